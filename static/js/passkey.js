// Makes or uses a passkey: <form data-passkey="skapa"> or "hamta", containing components/passkey.html. The options are
// JSON in the form, or are fetched from data-passkey-val when the button is pressed. The answer goes into the hidden
// field `credential`, and the form is sent. Without JavaScript the button is hidden, and the component says so.
(function () {
  "use strict";
  const ord = {
    saknas: "Den här webbläsaren kan inte använda nycklar (passkeys). Prova en nyare telefon, eller ring din kommun.",
    NotAllowedError: "Det blev avbrutet. Tryck på knappen när du vill försöka igen.",
    AbortError: "Det blev avbrutet. Tryck på knappen när du vill försöka igen.",
    InvalidStateError: "Här finns redan en nyckel. Du kan logga in med den.",
    NotSupportedError: "Den här telefonen eller datorn kan inte göra en nyckel. Prova en annan, eller ring din kommun.",
    ConstraintError: "Slå på skärmlås (ansikte, finger eller kod) i telefonen. Försök sedan igen.",
    SecurityError: "Nyckeln går inte att använda på den här adressen. Ring din kommun.",
    annat: "Det gick inte. Kontrollera att du har nät, och försök igen.",
  };

  function bytes(text) {
    const latin = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(latin, function (tecken) { return tecken.charCodeAt(0); });
  }

  function text(buffer) {
    const latin = String.fromCharCode(...new Uint8Array(buffer));
    return btoa(latin).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  // Convert the library's JSON for the browser: base64url to bytes.
  function val(json) {
    const val = json.publicKey;
    val.challenge = bytes(val.challenge);
    if (val.user) val.user.id = bytes(val.user.id);
    for (const lista of [val.excludeCredentials, val.allowCredentials]) {
      for (const nyckel of lista || []) nyckel.id = bytes(nyckel.id);
    }
    return { publicKey: val };
  }

  // Convert the browser's answer back to JSON: bytes to base64url.
  function svar(nyckel) {
    const response = {};
    for (const del of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (nyckel.response[del]) response[del] = text(nyckel.response[del]);
    }
    if (nyckel.response.getTransports) response.transports = nyckel.response.getTransports();
    return {
      id: nyckel.id, rawId: text(nyckel.rawId), type: nyckel.type, response: response,
      authenticatorAttachment: nyckel.authenticatorAttachment,
      clientExtensionResults: nyckel.getClientExtensionResults(),
    };
  }

  async function lasVal(form) {
    const adress = form.dataset.passkeyVal;
    if (!adress) return JSON.parse(form.querySelector('script[type="application/json"]').textContent);
    const headers = { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" };
    const json = await (await fetch(adress, { headers: headers })).json();
    return json.request_options || json.creation_options || json;
  }

  async function fraga(form) {
    if (!window.PublicKeyCredential || !navigator.credentials) throw { name: "saknas" };
    const fragan = val(await lasVal(form));
    const skapa = form.dataset.passkey === "skapa";
    return svar(await (skapa ? navigator.credentials.create(fragan) : navigator.credentials.get(fragan)));
  }

  function forbered(form) {
    const knapp = form.querySelector("[data-passkey-knapp]");
    const fel = form.querySelector("[data-passkey-fel]");
    form.addEventListener("submit", async function (handelse) {
      handelse.preventDefault();
      knapp.disabled = true;
      fel.textContent = "";
      try {
        form.elements.credential.value = JSON.stringify(await fraga(form));
        form.submit();
      } catch (hinder) {
        fel.textContent = ord[hinder.name] || ord.annat;
        knapp.disabled = false;
        knapp.focus();
      }
    });
    knapp.hidden = false;
  }

  document.querySelectorAll("form[data-passkey]").forEach(forbered);
})();
