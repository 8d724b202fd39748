// One picture: seeded chance, shared light (filters) and the small shapes from which both pages are drawn.

export const W = 1080;

export function chance(seed) {
  let a = seed >>> 0;
  const next = () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (lo, hi) => lo + (hi - lo) * next(),
    pick: list => list[Math.floor(next() * list.length)],
  };
}

const puff = (id, blur, height, rough, elevation = 54) => `
<filter id="${id}" x="-25%" y="-25%" width="150%" height="150%" color-interpolation-filters="sRGB">
  <feGaussianBlur in="SourceAlpha" stdDeviation="${blur}" result="h"/>
  <feTurbulence type="fractalNoise" baseFrequency=".028" numOctaves="3" seed="7" result="n"/>
  <feComposite in="h" in2="n" operator="arithmetic" k2="1" k3="${rough}" result="hn"/>
  <feDiffuseLighting in="hn" surfaceScale="${height}" diffuseConstant="1.12" lighting-color="#fffaf0" result="l"><feDistantLight azimuth="232" elevation="${elevation}"/></feDiffuseLighting>
  <feComposite in="SourceGraphic" in2="l" operator="arithmetic" k1="1.08" k2=".1" result="lit"/>
  <feComposite in="lit" in2="SourceAlpha" operator="in"/>
</filter>`;

const shadow = (id, dx, dy, blur, alpha, colour = '#1c0f08') => `
<filter id="${id}" x="-40%" y="-40%" width="200%" height="200%" color-interpolation-filters="sRGB">
  <feDropShadow dx="${dx * .25}" dy="${dy * .25}" stdDeviation="${blur * .25}" flood-color="${colour}" flood-opacity="${alpha}" result="near"/>
  <feDropShadow in="SourceGraphic" dx="${dx}" dy="${dy}" stdDeviation="${blur}" flood-color="${colour}" flood-opacity="${alpha * .75}" result="far"/>
  <feMerge><feMergeNode in="far"/><feMergeNode in="near"/></feMerge>
</filter>`;

const defs = `
${puff('puffS', 7, 9, .05)}${puff('puffM', 18, 22, .08)}${puff('puffL', 42, 44, .1)}${puff('puffXL', 74, 70, .1)}${puff('smooth', 12, 11, 0, 60)}
${shadow('shadowS', 10, 14, 12, .3)}${shadow('shadowM', 24, 32, 26, .32)}${shadow('shadowL', 46, 60, 48, .36)}
<filter id="blurS" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="6"/></filter>
<filter id="blurM" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="22"/></filter>
<filter id="blurL" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="70"/></filter>
<filter id="wobble" x="-10%" y="-10%" width="120%" height="120%"><feTurbulence type="fractalNoise" baseFrequency=".012" numOctaves="2" seed="4"/><feDisplacementMap in="SourceGraphic" scale="26" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".62" numOctaves="2" seed="11" stitchTiles="stitch"/><feColorMatrix values="0 0 0 0 .5  0 0 0 0 .5  0 0 0 0 .5  1.6 0 0 0 -.55"/></filter>
<filter id="grainLight" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".5" numOctaves="2" seed="19"/><feColorMatrix values="0 0 0 0 1  0 0 0 0 1  0 0 0 0 1  0 1.6 0 0 -.72"/></filter>
<filter id="fibre" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".004 .16" numOctaves="3" seed="5"/><feColorMatrix values="0 0 0 0 .12  0 0 0 0 .06  0 0 0 0 .02  0 1.5 0 0 -.58"/></filter>
<filter id="cloud" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".0042" numOctaves="4" seed="3"/><feColorMatrix values="0 0 0 0 1  0 0 0 0 1  0 0 0 0 1  2.2 0 0 0 -.95"/></filter>
`;

export class Scene {
  constructor(seed, height) {
    this.r = chance(seed);
    this.h = height;
    this.ids = 0;
    this.defs = '';
    this.body = '';
  }

  add(...parts) { this.body += parts.join('\n'); return this; }

  linear(stops, [x1, y1, x2, y2] = [0, 0, 0, 1]) {
    const id = `g${this.ids++}`;
    this.defs += `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopsOf(stops)}</linearGradient>`;
    return `url(#${id})`;
  }

  radial(stops, [cx, cy, rr] = [.4, .35, .75]) {
    const id = `g${this.ids++}`;
    this.defs += `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${rr}">${stopsOf(stops)}</radialGradient>`;
    return `url(#${id})`;
  }

  clip(shape) {
    const id = `c${this.ids++}`;
    this.defs += `<clipPath id="${id}">${shape}</clipPath>`;
    return `clip-path="url(#${id})"`;
  }

  ground(stops, direction) { return this.add(`<rect width="${W}" height="${this.h}" fill="${this.linear(stops, direction ?? [0, 0, .3, 1])}"/>`); }

  texture(filter, opacity, blend = 'multiply', y = 0, height = this.h, turn = 0) {
    const t = turn ? ` transform="rotate(${turn} ${W / 2} ${this.h / 2}) scale(1.5) translate(-200 -200)"` : '';
    return this.add(`<g opacity="${opacity}" style="mix-blend-mode:${blend}"><rect${t} y="${y}" width="${W}" height="${height}" filter="url(#${filter})"/></g>`);
  }

  // Light that falls through a window: panes, slightly out of focus, over everything drawn so far.
  window({ x = 120, y = 60, turn = -14, skew = -18, colour = '#ffe2a8', opacity = .5, columns = 2, rows = 3, pane = [250, 300], gap = 34, blend = 'soft-light', blur = 'blurS' } = {}) {
    let panes = '';
    for (let c = 0; c < columns; c++) for (let w = 0; w < rows; w++)
      panes += `<rect x="${c * (pane[0] + gap)}" y="${w * (pane[1] + gap)}" width="${pane[0]}" height="${pane[1]}" rx="6"/>`;
    return this.add(`<g style="mix-blend-mode:${blend}" opacity="${opacity}" filter="url(#${blur})"><g fill="${colour}" transform="translate(${x} ${y}) rotate(${turn}) skewX(${skew})">${panes}</g></g>`);
  }

  // The shadow of leaves outside the picture.
  leafShade({ x = 900, y = -40, turn = 120, scale = 1.6, opacity = .22, colour = '#1d1a12', count = 9 } = {}) {
    let leaves = '<path d="M0 0 Q 200 30 520 -20" fill="none" stroke-width="9" stroke="currentColor"/>';
    for (let i = 0; i < count; i++) {
      const px = 40 + i * 56, side = i % 2 ? 1 : -1;
      leaves += `<g transform="translate(${px} ${8 - i * 2}) rotate(${side * (52 - i * 2)})">${leafShape(150 - i * 7, 46)}</g>`;
    }
    return this.add(`<g style="mix-blend-mode:multiply" opacity="${opacity}" filter="url(#blurS)" transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})" fill="${colour}" color="${colour}">${leaves}</g>`);
  }

  // Flour: a soft drift with loose grains around it.
  dusting(x, y, spread, grains = 500, opacity = .8) {
    const r = this.r, bell = () => (r.next() + r.next() + r.next() - 1.5) / 1.5;
    let drift = '', loose = '';
    for (let i = 0; i < 26; i++) drift += ellipse(x + bell() * spread * .8, y + bell() * spread * .6, r.between(.1, .32) * spread, r.between(.06, .2) * spread, '#fffaf0', `opacity="${r.between(.12, .34).toFixed(2)}"`);
    for (let i = 0; i < grains; i++) loose += ellipse((x + bell() * spread * 1.5).toFixed(1), (y + bell() * spread * 1.3).toFixed(1), r.between(.8, 4.4).toFixed(1), r.between(.8, 3.4).toFixed(1), '#fffaf0', `opacity="${r.between(.3, .95).toFixed(2)}"`);
    return this.add(`<g opacity="${opacity}"><g filter="url(#blurM)">${drift}</g>${loose}</g>`);
  }

  glow(x, y, radius, colour, opacity, blend = 'screen') {
    return this.add(`<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}" opacity="${opacity}" filter="url(#blurL)" style="mix-blend-mode:${blend}"/>`);
  }

  svg({ grain = .34, vignette = .3 } = {}) {
    this.add(`<rect width="${W}" height="${this.h}" fill="${this.radial([[.55, '#000', 0], [1, '#120804', vignette]], [.5, .45, .85])}" style="mix-blend-mode:multiply"/>`);
    this.texture('grain', grain, 'soft-light').texture('grainLight', grain * .32, 'soft-light');
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${this.h}" viewBox="0 0 ${W} ${this.h}"><defs>${defs}${this.defs}</defs><g style="isolation:isolate">${this.body}</g></svg>`;
  }
}

const stopsOf = stops => stops.map(([o, c, a = 1]) => `<stop offset="${o}" stop-color="${c}" stop-opacity="${a}"/>`).join('');

export const at = (x, y, what, turn = 0, scale = 1) => `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})">${what}</g>`;
export const lit = (what, filter = 'puffM') => `<g filter="url(#${filter})">${what}</g>`;
export const cast = (what, filter = 'shadowM') => `<g filter="url(#${filter})">${what}</g>`;
export const ellipse = (x, y, rx, ry, fill, more = '') => `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;
export const line = (d, stroke, width, more = '') => `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
export const leafShape = (length, width, fill = '') => `<path d="M0 0 C ${length * .25} ${-width} ${length * .75} ${-width * .8} ${length} 0 C ${length * .75} ${width * .8} ${length * .25} ${width} 0 0Z" ${fill && `fill="${fill}"`}/>`;

export function smooth(points, closed = false) {
  const n = points.length, p = i => closed ? points[(i + n) % n] : points[Math.max(0, Math.min(n - 1, i))];
  let d = `M${points[0][0].toFixed(1)} ${points[0][1].toFixed(1)}`;
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const [a, b, c, e] = [p(i - 1), p(i), p(i + 1), p(i + 2)];
    d += `C${[b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6, c[0] - (e[0] - b[0]) / 6, c[1] - (e[1] - b[1]) / 6, c[0], c[1]].map(v => v.toFixed(1)).join(' ')}`;
  }
  return closed ? `${d}Z` : d;
}

// A round that was made by hand: never quite a circle.
export function blob(r, radius, unevenness = .05, corners = 12, squash = 1) {
  const points = [];
  for (let i = 0; i < corners; i++) {
    const a = i / corners * Math.PI * 2, d = radius * (1 + r.between(-unevenness, unevenness));
    points.push([Math.cos(a) * d, Math.sin(a) * d * squash]);
  }
  return smooth(points, true);
}

export const steam = (x, y, height, opacity = .5) => `<g filter="url(#blurM)" opacity="${opacity}" style="mix-blend-mode:screen">${
  [-34, 6, 44].map((dx, i) => line(`M${x + dx} ${y} c ${-50 - i * 8} ${-height * .3} ${60 + i * 10} ${-height * .45} ${4 - i * 14} ${-height * (.8 + i * .1)}`, '#fff', 26 - i * 4)).join('')}</g>`;

// An arm with its hand, seen from above, reaching towards -y; mirrored for the left one.
export function hand(skin, sleeve, { mirror = false, curl = 0, deep = '#00000022' } = {}) {
  const fingers = [[-58, -70, -74, -150 + curl], [-22, -86, -26, -186 + curl], [16, -86, 22, -182 + curl], [52, -70, 66, -146 + curl]]
    .map(([x1, y1, x2, y2]) => line(`M${x1} ${y1} Q ${x1 * 1.05} ${(y1 + y2) / 2} ${x2} ${y2}`, skin, 38)
      + `<ellipse cx="${x2}" cy="${y2 - 4}" rx="9" ry="12" fill="#ffffff" opacity=".28"/>`).join('');
  const thumb = line('M66 20 Q 112 -10 122 -66', skin, 40);
  const palm = `<path d="M-78 -74 Q 0 -110 74 -72 Q 96 20 62 96 L -60 96 Q -98 10 -78 -74Z" fill="${skin}"/>`;
  const arm = `<path d="M-58 70 L 62 70 L 92 560 L -92 560Z" fill="${skin}"/>`;
  const cuff = `<path d="M-84 260 Q 0 292 86 260 L 130 620 L -130 620Z" fill="${sleeve}"/><path d="M-88 262 Q 0 300 92 262 L 96 306 Q 0 342 -92 306Z" fill="${sleeve}"/>${line('M-90 308 Q 0 344 94 308', deep, 5)}`;
  const creases = line('M-40 -66 Q -38 -78 -42 -88 M-2 -80 Q -1 -90 -3 -100 M36 -72 Q 38 -82 38 -92', deep, 4);
  return `<g transform="scale(${mirror ? -1 : 1} 1)"><g filter="url(#shadowM)"><g filter="url(#puffS)">${arm}${thumb}${palm}${fingers}${creases}</g><g filter="url(#puffS)">${cuff}</g></g></g>`;
}
