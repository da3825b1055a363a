// Sends <form data-vidare> at once: the answer of an e-ID, from our own site. Without JavaScript there is its button.
document.querySelector("form[data-vidare]")?.submit();
