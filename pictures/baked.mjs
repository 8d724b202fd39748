// What comes out of the oven, and what stands beside it.

import { at, lit, cast, ellipse, line, leafShape, smooth, blob } from './scene.mjs';

export function boule(s, r, radius, squash = 1) {
  const crust = s.radial([[0, '#dca55c'], [.55, '#b06a2c'], [1, '#6f3a17']], [.45, .4, .62]);
  const score = (x, y, turn, length) => at(x, y, `<path d="M0 ${-length / 2} Q 34 0 0 ${length / 2} Q -30 0 0 ${-length / 2}Z" fill="#f2d6a4"/><path d="M0 ${-length / 2} Q 34 0 0 ${length / 2}" fill="none" stroke="#6b3814" stroke-width="7"/>`, turn);
  let cuts = score(0, 0, 0, radius * 1.5);
  for (let i = -3; i <= 3; i++) if (i) for (const side of [-1, 1]) cuts += score(side * (70 + Math.abs(i) * 2), i * radius * .19 - 30, side * 52, radius * .46 - Math.abs(i) * 10);
  let dust = '';
  for (let i = 0; i < 240; i++) { const a = r.between(0, 6.28), d = radius * Math.sqrt(r.next()) * .95; dust += ellipse(Math.cos(a) * d, Math.sin(a) * d, r.between(1.5, 6), r.between(1, 4), '#fff7e6', `opacity="${r.between(.2, .7).toFixed(2)}"`); }
  const rings = [.9, .74, .58].map(k => `<circle r="${radius * k}" fill="none" stroke="#fff1d8" stroke-width="13" opacity=".3" stroke-dasharray="${20 + k * 30} 9"/>`).join('');
  return `<g transform="scale(1 ${squash})">${cast(lit(`<path d="${blob(r, radius, .025, 14)}" fill="${crust}"/>${rings}${cuts}${dust}`, 'puffXL'), 'shadowL')}</g>`;
}

export function baguette(s, r, length, half) {
  const crust = s.linear([[0, '#e0ab63'], [.5, '#c07c37'], [1, '#7f4419']]);
  const l = length / 2;
  let cuts = '';
  const count = Math.max(4, Math.round(length / 150));
  for (let i = 0; i < count; i++) cuts += at(-l * .78 + i * (l * 1.56 / (count - 1)), 0, `<path d="M${-half * .9} ${half * .5} Q 0 ${-half * .1} ${half * .9} ${-half * .55} Q ${half * .3} ${half * .35} ${-half * .9} ${half * .5}Z" fill="#f4dcb0"/>${line(`M${-half * .9} ${half * .5} Q 0 ${-half * .1} ${half * .9} ${-half * .55}`, '#713c15', half * .09)}`);
  return cast(lit(`<path d="M${-l} 0 C ${-l} ${-half * .9} ${-l * .8} ${-half} ${-l * .6} ${-half} L ${l * .6} ${-half} C ${l * .8} ${-half} ${l} ${-half * .9} ${l} 0 C ${l} ${half * .9} ${l * .8} ${half} ${l * .6} ${half} L ${-l * .6} ${half} C ${-l * .8} ${half} ${-l} ${half * .9} ${-l} 0Z" fill="${crust}"/>${cuts}`, half > 50 ? 'puffM' : 'puffS'), 'shadowM');
}

export function croissant(s) {
  const gold = s.linear([[0, '#f3c678'], [.45, '#d48f3c'], [1, '#92501c']], [0, 0, .2, 1]);
  const order = [-5, 5, -4, 4, -3, 3, -2, 2, -1, 1, 0];
  const segments = order.map(i => {
    const angle = i * 15.5 * Math.PI / 180, radius = 214;
    const half = 104 * Math.pow(Math.cos(i / 5 * 1.28), .8) + 6;
    const stripes = [-.5, -.12, .26].map(k => line(`M${-46 + Math.abs(k) * 20} ${half * k} Q 0 ${half * k - 14} ${46 - Math.abs(k) * 20} ${half * k}`, '#8a4a18', 3.4, 'opacity=".42"')).join('');
    return at(Math.sin(angle) * radius, 214 - Math.cos(angle) * radius - 60, lit(`<path d="M-48 ${-half * .55} Q 0 ${-half * 1.16} 48 ${-half * .55} Q 62 0 44 ${half * .7} Q 0 ${half * 1.1} -44 ${half * .7} Q -62 0 -48 ${-half * .55}Z" fill="${gold}"/>${stripes}`, 'puffM'), i * 15.5, 1 - Math.abs(i) * .012);
  });
  return cast(segments.join(''), 'shadowM');
}

export function bun(s, r, radius, filter = 'puffM') {
  const k = radius / 122;
  const dough = s.radial([[0, '#e8b56c'], [.7, '#c9863c'], [1, '#9b5a22']]);
  const strand = (d, width) => line(d, '#6e3a17', (width + 5) * k, 'opacity=".9"') + lit(line(d, dough, width * k), filter);
  let turns = '';
  for (let i = 0; i < 5; i++) {
    const a = i * 72 * Math.PI / 180, b = (i * 72 + 130) * Math.PI / 180, R = radius * .74;
    turns += strand(`M${Math.cos(a) * R} ${Math.sin(a) * R} Q ${Math.cos((a + b) / 2) * R * 1.28} ${Math.sin((a + b) / 2) * R * 1.28} ${Math.cos(b) * R} ${Math.sin(b) * R}`, 50);
  }
  for (let i = 0; i < 3; i++) {
    const a = (i * 120 + 20) * Math.PI / 180, b = (i * 120 + 175) * Math.PI / 180, R = radius * .38;
    turns += strand(`M${Math.cos(a) * R} ${Math.sin(a) * R} Q ${Math.cos((a + b) / 2) * R * 1.3} ${Math.sin((a + b) / 2) * R * 1.3} ${Math.cos(b) * R} ${Math.sin(b) * R}`, 42);
  }
  turns += lit(`<circle r="${30 * k}" fill="${dough}"/>`, 'puffS');
  let spice = '';
  for (let i = 0; i < 70; i++) { const a = r.between(0, 6.28), d = radius * Math.sqrt(r.next()) * .9; spice += ellipse(Math.cos(a) * d, Math.sin(a) * d, 2.4 * k, 1.6 * k, '#4c2611', 'opacity=".55"'); }
  for (let i = 0; i < 34; i++) { const a = r.between(0, 6.28), d = radius * Math.sqrt(r.next()) * .88, q = r.between(6, 11) * k; spice += `<rect x="${Math.cos(a) * d}" y="${Math.sin(a) * d}" width="${q}" height="${q * .85}" rx="${2.6 * k}" fill="#fffdf6" transform="rotate(${r.between(0, 90)} ${Math.cos(a) * d} ${Math.sin(a) * d})"/>`; }
  return cast(lit(`<circle r="${radius * .9}" fill="#b87431"/>`, filter) + turns + spice, radius > 300 ? 'shadowL' : 'shadowM');
}

export function cookie(s, r, radius) {
  let bits = '';
  for (let i = 0; i < 16; i++) { const a = r.between(0, 6.28), d = radius * Math.sqrt(r.next()) * .8; bits += at(Math.cos(a) * d, Math.sin(a) * d, lit(`<path d="${blob(r, radius * r.between(.06, .15), .25, 7)}" fill="${r.pick(['#3a1f14', '#4a2818', '#2b160e'])}"/>`, 'puffS')); }
  for (let i = 0; i < 26; i++) { const a = r.between(0, 6.28), d = radius * Math.sqrt(r.next()) * .9; bits += `<rect x="${Math.cos(a) * d}" y="${Math.sin(a) * d}" width="5" height="5" fill="#fffef8" opacity=".9" transform="rotate(${r.between(0, 90)} ${Math.cos(a) * d} ${Math.sin(a) * d})"/>`; }
  const cracks = [...Array(5)].map(() => { const a = r.between(0, 6.28); return line(`M${Math.cos(a) * radius * .3} ${Math.sin(a) * radius * .3} q ${r.between(-30, 30)} ${r.between(-30, 30)} ${Math.cos(a + .5) * radius * .45} ${Math.sin(a + .5) * radius * .45}`, '#8a5526', 5, 'opacity=".5"'); }).join('');
  return cast(lit(`<path d="${blob(r, radius, .035, 16)}" fill="${s.radial([[0, '#e6b673'], [.7, '#cf9350'], [1, '#a4662c']], [.45, .42, .6])}"/>${cracks}`, 'puffL') + bits, 'shadowM');
}

export function tart(s, r, radius) {
  const teeth = [];
  for (let i = 0; i < 72; i++) { const a = i / 72 * 6.283, d = radius * (i % 2 ? 1 : .945); teeth.push([Math.cos(a) * d, Math.sin(a) * d]); }
  let fruit = '';
  const rings = [[.76, 19, 46], [.5, 12, 46], [.24, 6, 44]];
  rings.forEach(([k, count, size], ring) => { for (let i = 0; i < count; i++) {
    const a = (i + ring * .4) / count * 6.283, x = Math.cos(a) * radius * k, y = Math.sin(a) * radius * k;
    if (ring === 1) fruit += at(x, y, cast(lit(`<path d="M0 -54 C 36 -46 40 6 0 46 C -40 6 -36 -46 0 -54Z" fill="${s.linear([[0, '#f3566a'], [1, '#b3182f']])}"/>`, 'smooth') + [...Array(12)].map((_, q) => ellipse(-16 + q % 3 * 16, -32 + Math.floor(q / 3) * 18, 2, 3.4, '#ffd9a0')).join(''), 'shadowS'), a * 57.3 + 90, 1.06);
    else fruit += at(x, y, cast(lit(`<circle r="${size * r.between(.72, .84)}" fill="${s.radial([[0, '#7e8fd0'], [.6, '#41508f'], [1, '#252f63']])}"/>`, 'smooth') + `<circle r="9" fill="#1c2350" opacity=".7"/>`, 'shadowS'));
  } });
  fruit += at(0, 0, cast(lit('<circle r="44" fill="#d92f4a"/>', 'smooth'), 'shadowS'));
  for (let i = 0; i < 9; i++) fruit += at(r.between(-200, 200), r.between(-200, 200), cast(leafShape(66, 20, r.pick(['#4c9a5f', '#3b7f4c'])), 'shadowS'), r.between(0, 360));
  return cast(lit(`<path d="${smooth(teeth, true)}" fill="#c98a45"/>`, 'puffS') + ellipse(0, 0, radius * .88, radius * .88, '#8c5724') + ellipse(0, 0, radius * .86, radius * .86, s.radial([[0, '#fdf0c0'], [1, '#f0d488']])) + fruit, 'shadowM');
}

export function latte(s, radius, china, saucer) {
  const coffee = s.radial([[0, '#c98d52'], [.7, '#8d5227'], [1, '#56290f']], [.5, .5, .52]);
  const heart = k => `<path d="M0 ${96 * k} C ${-130 * k} ${10 * k} ${-96 * k} ${-92 * k} 0 ${-36 * k} C ${96 * k} ${-92 * k} ${130 * k} ${10 * k} 0 ${96 * k}Z"/>`;
  const art = `<g fill="#f6e6cd">${heart(1.3)}</g><g fill="#a3662f">${at(0, -6, heart(.98))}</g><g fill="#f6e6cd">${at(0, -10, heart(.74))}</g><g fill="#a3662f">${at(0, -12, heart(.46))}</g><g fill="#f6e6cd">${at(0, -14, heart(.26))}</g>`;
  return cast(ellipse(0, 0, radius * 1.34, radius * 1.34, s.radial([[0, saucer], [.86, china], [1, '#d8ccb8']], [.5, .5, .5])) + ellipse(0, 0, radius * .98, radius * .98, 'none', 'stroke="#cbbda6" stroke-width="5"'), 'shadowL')
    + cast(lit(line(`M${radius * .78} ${radius * .3} q ${radius * .56} ${-radius * .02} ${radius * .5} ${radius * .4}`, china, 56), 'smooth') + ellipse(0, 0, radius * .92, radius * .92, s.radial([[.8, '#d9cdb9'], [.93, china], [1, '#c9bca6']], [.5, .5, .5])), 'shadowM')
    + ellipse(0, 0, radius * .8, radius * .8, coffee) + `<g opacity=".96">${at(0, 6, art, 18, radius / 250)}</g>` + ellipse(-radius * .3, -radius * .4, radius * .2, radius * .09, '#fff', 'opacity=".22" filter="url(#blurS)"');
}

export function wheat(s, r, length, colour = '#c99a4a', thick = 1) {
  let ear = line(`M0 0 Q ${r.between(-20, 20)} ${-length * .5} 0 ${-length}`, colour, 6 * thick);
  for (let i = 0; i < 11; i++) for (const side of [-1, 1]) ear += at(side * 7 * thick, -length + 26 * thick + i * 24 * thick, leafShape(58 * thick, 15 * thick, i % 2 ? colour : '#e0b868') + line(`M${50 * thick} 0 L ${130 * thick} ${side * 6}`, colour, 1.6 * thick), side > 0 ? -62 : -118);
  return cast(ear, 'shadowS');
}

export const egg = (s, colour) => cast(lit(`<path d="M0 -76 C 44 -76 60 -10 60 20 C 60 62 30 82 0 82 C -30 82 -60 62 -60 20 C -60 -10 -44 -76 0 -76Z" fill="${colour}"/>`, 'puffM'), 'shadowM');

export function awning(width, height, light, dark) {
  const n = 9, w = width / n;
  let out = '';
  for (let i = 0; i < n; i++) out += `<path d="M${i * w} 0 H ${(i + 1) * w} V ${height - 40} a ${w / 2} 40 0 0 1 ${-w} 0Z" fill="${i % 2 ? light : dark}"/>`;
  return cast(`${out}<rect width="${width}" height="22" fill="#3b2117"/><rect width="${width}" height="${height * .5}" fill="#fff" opacity=".1"/>`, 'shadowM');
}

export function cakeStand(s, r) {
  const side = ['#f4ddd2', '#fbeee2'];
  const tier = (y, w, h) => cast(`<path d="M${-w} ${y} V ${y - h} A ${w} 46 0 0 1 ${w} ${y - h} V ${y} A ${w} 46 0 0 1 ${-w} ${y}Z" fill="${s.linear([[0, '#cfa99b'], [.3, side[1]], [.6, side[0]], [1, '#b98f83']], [0, 0, 1, 0])}"/>${ellipse(0, y - h, w, 46, '#fff6ee')}`, 'shadowS');
  let drips = '';
  for (let i = 0; i < 11; i++) { const x = -270 + i * 54, d = r.between(30, 120); drips += line(`M${x} -436 v ${d}`, '#7d2438', 34); }
  let top = '';
  for (let i = 0; i < 13; i++) { const x = r.between(-220, 220), y = -466 + r.between(-20, 22); top += at(x, y, cast(lit(`<circle r="${r.between(26, 40)}" fill="${r.pick(['#8f1f3b', '#c23a55', '#5b1730'])}"/>`, 'smooth'), 'shadowS')); }
  for (let i = 0; i < 8; i++) top += at(r.between(-230, 230), -470, leafShape(90, 24, r.pick(['#7fae86', '#5d9270'])), r.between(-160, -20));
  return cast(`<path d="M-60 -110 h120 l50 150 h-220z" fill="#e9e2d4"/>${ellipse(0, 40, 150, 26, '#d7cdb9')}${ellipse(0, -104, 400, 56, '#f7f2e8')}${ellipse(0, -112, 392, 50, '#e3dac9')}`, 'shadowM')
    + tier(-130, 300, 300) + lit(`<path d="M-300 -432 A 300 46 0 0 1 300 -432 A 300 46 0 0 1 -300 -432Z" fill="#8f2b42"/>${drips}`, 'puffS') + top;
}

export function espresso(s, china, band) {
  const body = s.linear([[0, '#cbbfae'], [.3, '#fffdf8'], [.65, china], [1, '#b3a591']], [0, 0, 1, 0]);
  return cast(ellipse(0, 20, 250, 44, '#ece3d4') + ellipse(0, 12, 240, 36, '#fbf6ec'), 'shadowM')
    + cast(line('M150 -210 c 120 -20 120 130 -10 130', china, 34) + `<path d="M-160 -250 C -160 -60 -110 0 -60 6 H 60 C 110 0 160 -60 160 -250Z" fill="${body}"/><path d="M-158 -190 C -156 -166 -152 -140 -146 -116 H 146 C 152 -140 156 -166 158 -190Z" fill="${band}" opacity=".9"/>`, 'shadowS')
    + ellipse(0, -250, 160, 36, '#fdf9f0') + ellipse(0, -246, 142, 28, '#5b2e13') + ellipse(-20, -246, 100, 18, '#a66a35', 'opacity=".8"');
}

export function tinLoaf(s, r, width, height, tone, glaze) {
  const w = width / 2, h = height / 2;
  const body = `<path d="M${-w * .9} ${h} L ${-w * .96} ${-h * .1} C ${-w * 1.14} ${-h * .8} ${-w * .6} ${-h * 1.16} 0 ${-h * 1.1} C ${w * .6} ${-h * 1.16} ${w * 1.14} ${-h * .8} ${w * .96} ${-h * .1} L ${w * .9} ${h} Q 0 ${h * 1.08} ${-w * .9} ${h}Z" fill="${s.linear([[0, '#d99b4d'], [.45, tone], [1, '#8c5223']])}"/>`;
  const cut = glaze ? '' : `<path d="M${-w * .6} ${-h * .5} Q 0 ${-h * .95} ${w * .64} ${-h * .56} Q 0 ${-h * .34} ${-w * .6} ${-h * .5}Z" fill="#f2d9a9"/>`;
  let icing = '';
  if (glaze) {
    icing = `<path d="M${-w * .98} ${-h * .2} C ${-w * 1.14} ${-h * .8} ${-w * .6} ${-h * 1.18} 0 ${-h * 1.12} C ${w * .6} ${-h * 1.18} ${w * 1.14} ${-h * .8} ${w * .98} ${-h * .2} q -20 90 -50 10 q -30 -40 -60 40 q -30 60 -54 -20 q -24 -40 -56 20 q -30 90 -60 -10 q -24 -36 -54 30 q -30 40 -52 -30 q -24 -30 -50 10z" fill="${glaze}"/>`;
    for (let i = 0; i < 26; i++) icing += line(`M${r.between(-w * .8, w * .8)} ${r.between(-h * .95, -h * .3)} q 8 6 ${r.between(8, 20)} ${r.between(-6, 10)}`, '#e7b52a', 4);
  }
  return cast(lit(body + cut, 'puffL') + (icing && lit(icing, 'puffS')), 'shadowM');
}

export function lemon(s, cut) {
  if (cut) {
    const wedges = [...Array(9)].map((_, i) => at(0, 0, `<path d="M0 0 L 74 -22 Q 88 0 74 22Z" fill="#f9d648" stroke="#fff6cf" stroke-width="5" stroke-linejoin="round"/>`, i * 40)).join('');
    return cast(ellipse(0, 0, 108, 108, '#f0c419') + ellipse(0, 0, 98, 98, '#fff6cf') + wedges, 'shadowM');
  }
  return cast(lit(`<path d="M-140 0 C -120 -14 -100 -92 0 -96 C 100 -92 116 -20 140 0 C 116 20 100 92 0 96 C -100 92 -120 14 -140 0Z" fill="${s.radial([[0, '#ffe469'], [1, '#e6ac12']])}"/>`, 'puffL'), 'shadowM');
}
