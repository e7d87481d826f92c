"""What must hold of a page, asked inside it. Each expression gives a list of what is wrong."""

# The contrast of every text with what is painted behind it, as WCAG 2.2 (1.4.3) computes it; charts' texts included.
CONTRAST = """
(() => {
  const channel = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = color => 0.2126 * channel(color[0]) + 0.7152 * channel(color[1]) + 0.0722 * channel(color[2]);
  const parse = text => { const parts = text.match(/[\\d.]+/g).map(Number); return parts.length > 3 ? parts : [...parts, 1]; };
  const wrong = new Map();
  let seen = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const ink = parse(element.closest('svg') ? style.fill : style.color);
    let paper = [255, 255, 255, 1];
    for (let above = element; above; above = above.parentElement) {
      const color = parse(getComputedStyle(above).backgroundColor);
      if (color[3] === 1) { paper = color; break; }
    }
    const [a, b] = [light(ink), light(paper)];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    seen += 1;
    if (contrast < 4.5) wrong.set(element.tagName + ' ' + ink + ' on ' + paper, contrast.toFixed(2));
  }
  if (!seen) return ['no text was seen'];
  return [...wrong].map(([what, contrast]) => 'contrast ' + contrast + ': ' + what);
})()
"""

# Headings in order, names of charts and their tables, targets of links, names of regions.
STRUCTURE = """
(() => {
  const wrong = [];
  let level = 0;
  for (const heading of document.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) wrong.push('h' + next + ' after h' + level + ': ' + heading.textContent);
    if (!heading.textContent.trim()) wrong.push('an empty heading');
    level = next;
  }
  if (document.querySelectorAll('h1').length !== 1) wrong.push('not one h1');
  if (document.querySelectorAll('main').length !== 1) wrong.push('not one main');
  if (!document.documentElement.lang || !document.title) wrong.push('no language or title');
  for (const chart of document.querySelectorAll('svg')) {
    const names = (chart.getAttribute('aria-labelledby') || '').split(' ').map(id => document.getElementById(id));
    if (chart.getAttribute('role') !== 'img' || names.length < 2 || !names.every(name => name && name.textContent.trim()))
      wrong.push('a chart without title and description');
    if (!chart.closest('section')?.querySelector('table')) wrong.push('a chart without a table: ' + names[0]?.textContent);
  }
  for (const table of document.querySelectorAll('table')) {
    if (!table.caption?.textContent.trim()) wrong.push('a table without a caption');
    if (!table.querySelector('th[scope]')) wrong.push('a table without headers');
  }
  const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) wrong.push('twice the id ' + id);
  for (const link of document.querySelectorAll('a')) {
    if (!document.getElementById(link.hash.slice(1))) wrong.push('a link to nothing: ' + link.getAttribute('href'));
    if (!link.textContent.trim()) wrong.push('a link without a text');
  }
  return wrong;
})()
"""

# What could run or ask for something: there must be none of it, whatever the policy would say.
ACTIVE = """
(() => {
  const wrong = [];
  for (const element of document.querySelectorAll('*')) {
    const name = element.tagName.toLowerCase();
    if (['script', 'iframe', 'object', 'embed', 'img', 'base', 'form', 'audio', 'video', 'foreignobject', 'image', 'use',
         'animate', 'set'].includes(name)) wrong.push('<' + name + '>');
    for (const attribute of element.attributes) {
      if (/^on/i.test(attribute.name) || attribute.name === 'style' || /^\\s*(javascript|data|https?):/i.test(attribute.value)
          && !(name === 'link' && attribute.value === 'data:,') && attribute.name !== 'aria-label')
        wrong.push('<' + name + ' ' + attribute.name + '="' + attribute.value.slice(0, 60) + '">');
    }
  }
  if (self.ran) wrong.push(self.ran + ' scripts ran');
  return wrong;
})()
"""

# On a narrow screen nothing but a region that can be scrolled may be wider than the screen, and text must be readable.
NARROW = """
(() => {
  const wrong = [];
  if (document.documentElement.scrollWidth > innerWidth)
    wrong.push('the page is ' + document.documentElement.scrollWidth + ' wide on a screen of ' + innerWidth);
  for (const element of document.querySelectorAll('p,td,th,li,dd,dt,summary,pre,a')) {
    if (element.checkVisibility() && parseFloat(getComputedStyle(element).fontSize) < 12) { wrong.push('small text: ' + element.tagName); break; }
  }
  return wrong;
})()
"""
