// What comes off the wheel, and what grows in it.

import { at, lit, cast, ellipse, line, leafShape, smooth, blob } from './scene.mjs';

// Profiles: [height 0..1 from the foot, radius 0..1].
export const profiles = {
  vase: [[0, .42], [.08, .5], [.3, .84], [.5, .96], [.68, .8], [.84, .38], [.93, .3], [1, .4]],
  bottle: [[0, .5], [.06, .62], [.28, .92], [.44, .86], [.58, .42], [.72, .2], [.94, .18], [1, .26]],
  moon: [[0, .34], [.08, .5], [.3, .92], [.5, 1], [.72, .9], [.92, .5], [1, .42]],
  cylinder: [[0, .7], [.04, .76], [.5, .78], [.95, .78], [1, .8]],
  pot: [[0, .6], [.05, .66], [.5, .84], [.84, .98], [.86, 1.04], [1, 1.06]],
  bowl: [[0, .34], [.1, .4], [.12, .44], [.4, .78], [.75, .98], [1, 1.04]],
  jug: [[0, .6], [.06, .7], [.3, .9], [.55, .8], [.75, .58], [.9, .56], [1, .64]],
  goblet: [[0, .6], [.06, .5], [.14, .2], [.3, .18], [.4, .5], [.6, .86], [.82, .92], [1, .84]],
};

// A turned pot from the side, standing on y = 0.
export function pot(s, r, kind, width, height, { clay = '#c9805a', glaze, dip = .55, bands = [], speckle = 60, spot = '#3b2a20', rim = true, handle = false } = {}) {
  const half = width / 2, profile = profiles[kind];
  const right = profile.map(([t, k]) => [k * half, -t * height]);
  const left = [...right].reverse().map(([x, y]) => [-x, y]);
  const foot = right[0][0], lip = right.at(-1)[0], flat = Math.max(4, lip * .2);
  const outline = `${smooth(right)} A ${lip} ${flat} 0 0 0 ${-lip} ${-height} ${smooth(left).replace(/^M/, 'L')} A ${foot} ${foot * .14} 0 0 0 ${foot} 0Z`;
  const inside = s.clip(`<path d="${outline}"/>`);
  let skin = `<path d="${outline}" fill="${clay}"/>`;
  if (glaze) {
    const edge = [];
    for (let i = 0; i <= 12; i++) edge.push([-half * 1.2 + i * half * .2, -height * (1 - dip) + r.between(-height * .025, height * .03)]);
    skin += `<g ${inside}><path d="${smooth(edge)} L ${half * 1.3} ${-height * 1.2} L ${-half * 1.3} ${-height * 1.2}Z" fill="${glaze}"/>${line(smooth(edge), '#ffffff', 5, 'opacity=".28"')}</g>`;
  }
  let marks = bands.map(([t, thick, colour]) => `<path d="M${-half * 1.2} ${-height * t} Q 0 ${-height * t + half * .16} ${half * 1.2} ${-height * t}" fill="none" stroke="${colour}" stroke-width="${thick}"/>`).join('');
  for (let i = 0; i < speckle; i++) marks += ellipse(r.between(-half, half).toFixed(0), (-r.next() * height).toFixed(0), r.between(1, 3.4).toFixed(1), r.between(1, 3).toFixed(1), spot, `opacity="${r.between(.15, .6).toFixed(2)}"`);
  for (let i = 0; i < 9; i++) marks += `<path d="M${-half} ${-height * (i + .5) / 9} q ${half} ${half * .16} ${half * 2} 0" fill="none" stroke="#000" stroke-width="2" opacity=".05"/>`;
  const shade = s.linear([[0, '#1b0d06', .5], [.2, '#1b0d06', .06], [.34, '#fff', .22], [.5, '#fff', 0], [.78, '#1b0d06', .2], [1, '#1b0d06', .58]], [0, 0, 1, 0]);
  const ear = handle ? lit(line(`M${half * .7} ${-height * .78} C ${half * 1.6} ${-height * .86} ${half * 1.6} ${-height * .18} ${half * .72} ${-height * .26}`, glaze ?? clay, width * .1), 'smooth') : '';
  const mouth = rim ? ellipse(0, -height, lip, flat, glaze ?? clay) + ellipse(0, -height, lip, flat, '#fff', 'opacity=".18"') + ellipse(0, -height + 2, lip * .88, flat * .8, '#1d110b', 'opacity=".72"') : '';
  return cast(`${ear}${skin}<g ${inside}>${marks}<rect x="${-half * 1.1}" y="${-height * 1.2}" width="${half * 2.2}" height="${height * 1.4}" fill="${shade}"/></g>${mouth}`, 'shadowS');
}

// A plate or bowl from above; rings are [share of the radius, colour].
export function plate(s, r, radius, rings, { speckle = 90, spot = '#2b1d14', deep = false } = {}) {
  let out = '';
  for (const [k, colour] of rings) out += `<path d="${blob(r, radius * k, k > .99 ? .008 : .02, 18)}" fill="${colour}"/>`;
  let dots = '';
  for (let i = 0; i < speckle; i++) { const a = r.between(0, 6.28), d = radius * Math.sqrt(r.next()) * .97; dots += ellipse((Math.cos(a) * d).toFixed(0), (Math.sin(a) * d).toFixed(0), r.between(1, 3.6).toFixed(1), r.between(1, 3).toFixed(1), spot, `opacity="${r.between(.15, .6).toFixed(2)}"`); }
  const hollow = deep
    ? ellipse(0, 0, radius * .92, radius * .92, s.radial([[0, '#000', .34], [.55, '#000', .14], [.86, '#fff', .12], [1, '#000', .28]], [.6, .62, .6]))
    : ellipse(0, 0, radius * .7, radius * .7, s.radial([[0, '#fff', .1], [.85, '#000', .02], [1, '#000', .2]], [.5, .5, .5]));
  const shine = `<path d="M${-radius * .74} ${-radius * .3} A ${radius * .8} ${radius * .8} 0 0 1 ${-radius * .2} ${-radius * .77}" fill="none" stroke="#fff" stroke-width="${radius * .05}" stroke-linecap="round" opacity=".34" filter="url(#blurS)"/>`;
  return cast(lit(out, 'smooth') + dots + hollow + shine, radius > 220 ? 'shadowL' : 'shadowM');
}

export function terrazzo(s, r, width, height, colours, count = 260) {
  let chips = '';
  for (let i = 0; i < count; i++) chips += at(r.between(0, width).toFixed(0), r.between(0, height).toFixed(0), `<path d="${blob(r, r.between(5, 30), .4, 6)}" fill="${r.pick(colours)}" opacity="${r.between(.6, 1).toFixed(2)}"/>`, r.between(0, 360).toFixed(0));
  return chips;
}

export function branch(r, length, leaf, stem, { pairs = 9, size = 90, width = 22, bend = 60 } = {}) {
  let out = line(`M0 0 Q ${bend} ${-length * .5} ${bend * .3} ${-length}`, stem, 7);
  for (let i = 0; i < pairs; i++) {
    const t = .25 + i / pairs * .75, x = 2 * t * (1 - t) * bend + t * t * bend * .3, y = -t * length, k = 1 - i / pairs * .4;
    for (const side of [-1, 1]) out += at(x, y, leafShape(size * k * r.between(.85, 1.15), width * k, r.pick(leaf)) + line(`M6 0 H ${size * k * .8}`, stem, 1.6, 'opacity=".5"'), -90 + side * r.between(38, 62));
  }
  return out;
}

export function monstera(s, size, colour, deep) {
  const edge = [];
  for (let i = 0; i <= 24; i++) {
    const a = (-150 + i * 12.5) * Math.PI / 180, notch = i % 4 === 2 && i > 2 && i < 22 ? .52 : 1;
    const d = size * (.62 + .38 * Math.cos(a * .9)) * notch;
    edge.push([Math.cos(a) * d + size * .18, Math.sin(a) * d * .92]);
  }
  const veins = [-2.1, -1.4, -.75, -.3, .3, .75, 1.4, 2.1].map(a => line(`M${size * .1} 0 Q ${Math.cos(a) * size * .4} ${Math.sin(a) * size * .3} ${Math.cos(a) * size * .66 + size * .12} ${Math.sin(a) * size * .6}`, deep, 4, 'opacity=".55"')).join('');
  const holes = [[-.9, .36], [.9, .36], [-.45, .5], [.45, .5]].map(([a, d]) => at(Math.cos(a) * size * d + size * .2, Math.sin(a) * size * d, leafShape(size * .13, size * .035, deep), a * 57)).join('');
  return cast(`<path d="${smooth(edge, true)}" fill="${s.linear([[0, colour], [1, deep]], [0, 0, 1, .6])}"/>${line(`M${-size * .1} 0 H ${size * 1.06}`, deep, 7)}${veins}${holes}`, 'shadowS');
}

export function cactus(s, r, width, height, colour) {
  const ribs = [-.66, -.33, 0, .33, .66].map(k => line(`M${k * width * .44} ${-8} C ${k * width * .6} ${-height * .4} ${k * width * .6} ${-height * .7} ${k * width * .2} ${-height + 8}`, '#0d3226', 4, 'opacity=".4"')).join('');
  let spines = '';
  for (let i = 0; i < 46; i++) { const x = r.between(-.46, .46) * width, y = -r.between(.06, .94) * height; spines += line(`M${x} ${y} l ${r.between(-9, 9)} ${r.between(-10, 2)}`, '#f4efd6', 2.4); }
  return cast(lit(`<path d="M${-width * .4} 0 C ${-width * .62} ${-height * .5} ${-width * .5} ${-height} 0 ${-height} C ${width * .5} ${-height} ${width * .62} ${-height * .5} ${width * .4} 0Z" fill="${colour}"/>`, 'puffM') + ribs + spines, 'shadowS');
}

export const arch = (x, y, width, height, fill) => `<path d="M${x} ${y} v ${-(height - width / 2)} a ${width / 2} ${width / 2} 0 0 1 ${width} 0 v ${height - width / 2}Z" fill="${fill}"/>`;

export const brush = (handle, tip, wet) => cast(`<path d="M-9 0 L 9 0 L 6 420 L -6 420Z" fill="${handle}"/><rect x="-13" y="-64" width="26" height="70" rx="4" fill="#c9c4b8"/><rect x="-13" y="-40" width="26" height="8" fill="#8f897c"/><path d="M-13 -62 C -26 -110 -8 -160 0 -184 C 8 -160 26 -110 13 -62Z" fill="${tip}"/><path d="M-14 -120 C -8 -160 -2 -176 0 -184 C 2 -176 8 -160 14 -120 Q 0 -106 -14 -120Z" fill="${wet}"/>`, 'shadowS');

export const loopTool = (wood, big = 1) => cast(`<rect x="-13" y="-40" width="26" height="380" rx="12" fill="${wood}"/><rect x="-15" y="-60" width="30" height="36" rx="4" fill="#b9975b"/><path d="M-8 -56 C ${-70 * big} ${-120 * big} ${-46 * big} ${-190 * big} 0 ${-190 * big} C ${46 * big} ${-190 * big} ${70 * big} ${-120 * big} 8 -56" fill="none" stroke="#8d9297" stroke-width="9"/>`, 'shadowS');
