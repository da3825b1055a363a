// Sends <form data-vidare> at once: the answer from an e-ID, now from our own site. Without JavaScript there is a button.
document.querySelector("form[data-vidare]")?.submit();
