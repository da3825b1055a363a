// The page that a QR code leads to: the code stands after # in the address, where no server sees it. It is taken out of
// the address and sent in the form [data-kod]. Without JavaScript, or without a code, the page says what to do.
(function () {
  "use strict";
  const form = document.querySelector("form[data-kod]");
  const kod = location.hash.slice(1);
  if (!form || !kod) return;
  history.replaceState(null, "", location.pathname);
  form.elements.kod.value = kod;
  form.submit();
})();
