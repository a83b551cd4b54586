// Articles that try to be more than text. If any of this runs, `window.broken` is set.
// SPDX-License-Identifier: GPL-3.0-or-later

export const kAttack = `"><script>window.broken=1</script><img src=x onerror=window.broken=1>'`;

export function hostileArticles() {
  return [
    {
      id: `fields${kAttack}`,
      title: `zebrafield ${kAttack}`,
      text: `The zebrafield </p></body>${kAttack} <style>*{display:none}</style> & &lt;b&gt; ends.`,
      author: `Eve ${kAttack}`,
      source: `Evil ${kAttack} Echo`,
      section: kAttack,
      place: kAttack,
      date: "2024-05-31",
      lang: "en",
      url: "javascript:window.broken=1",
    },
    {
      id: "marks",
      title: "zebramark <mark>no mark</mark>",
      text: "A zebramark\u202e is written backwards\u0007 <a href='javascript:window.broken=1'>here</a>.\n\n<h1>No heading</h1>",
      source: "Evil <b>Echo</b>",
      date: "2024-06-30",
      lang: "en",
      url: "//elsewhere.example/a",
    },
    {
      id: "wide",
      title: `zebrawide ${"unbroken".repeat(40)}`,
      text: `The zebrawide text has ${"letters".repeat(300)} in one word.`,
      source: "Echo".repeat(60),
      date: "2024-07-15",
      lang: "en",
      url: "https://echo.example/wide?a=1&b=2",
    },
  ];
}
