// A form that takes a while: <form data-skickar="Läser in. Vänta kvar på sidan.">. Once sent, the sentence shows beside
// the button, with a moving bar, and the button cannot be pressed twice. Coming back to the page restores it.
(function () {
  "use strict";
  for (const form of document.querySelectorAll("form[data-skickar]")) {
    const knapp = form.querySelector("button[type=submit]");
    const lage = document.createElement("p");
    lage.className = "skickar";
    lage.setAttribute("role", "status");
    knapp.parentElement.append(lage);
    form.addEventListener("submit", (e) => {
      if (knapp.getAttribute("aria-disabled")) return e.preventDefault();
      knapp.setAttribute("aria-disabled", "true");
      const matt = document.createElement("progress");
      matt.setAttribute("aria-hidden", "true");
      lage.append(form.dataset.skickar, matt);
    });
    addEventListener("pageshow", () => {
      knapp.removeAttribute("aria-disabled");
      lage.replaceChildren();
    });
  }
})();
