// Shows the buttons [data-skriv-ut] (hidden without JavaScript) and lets them print the page.
(function () {
  "use strict";
  for (const knapp of document.querySelectorAll("[data-skriv-ut]")) {
    knapp.hidden = false;
    knapp.addEventListener("click", function () { window.print(); });
  }
})();
