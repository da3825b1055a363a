// Runs in each photographed page, before its own scripts.
window.bilder = {
  // The addresses of all links, in the order they stand.
  links: () => [...document.querySelectorAll("a[href]")].map((a) => a.href),

  // Write over times of day and secret keys, which differ between two demos of the same code.
  steady: () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const steady = node.data.replace(/\b\d\d[.:]\d\d\b/g, "00.00").replace(/\b[A-Z2-7]{32}\b/g, "NYCKEL");
      if (steady !== node.data) node.data = steady;
    }
  },

  // Wait for the typefaces and two frames.
  settled: async () => {
    await document.fonts.ready;
    for (let n = 0; n < 2; n += 1) await new Promise(requestAnimationFrame);
  },
};
