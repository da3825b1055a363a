// Sends <form data-vidare> at once: the answer from an e-ID, now from our own site. Without JavaScript, use its button.
document.querySelector("form[data-vidare]")?.submit();
