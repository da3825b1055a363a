// The page that a QR code leads to. The code comes after # in the address, where the server cannot see it. This script
// moves it into the form [data-kod] and sends it. Without JavaScript, or without a code, the page says what to do.
(function () {
  "use strict";
  const form = document.querySelector("form[data-kod]");
  const kod = location.hash.slice(1);
  if (!form || !kod) return;
  history.replaceState(null, "", location.pathname);
  form.elements.kod.value = kod;
  form.submit();
})();
