// Profile pictures: two emblems and fourteen faces, each from a few words.

import { Scene, at, lit, cast, ellipse, line, leafShape, blob } from './scene.mjs';
import { wheat } from './baked.mjs';
import { pot } from './clay.mjs';

const side = 1080, size = 256;
const square = (seed, draw) => () => { const s = new Scene(seed, side); draw(s, s.r); return { svg: s.svg({ grain: .2, vignette: .2 }), width: side, height: side, size }; };

const hairBehind = {
  long: c => `<path d="M290 470 C 270 180 810 180 790 470 C 800 700 850 830 800 930 H 280 C 230 830 280 700 290 470Z" fill="${c}"/>`,
  bob: c => `<path d="M282 500 C 260 180 820 180 798 500 C 806 640 800 700 760 730 H 320 C 280 700 274 640 282 500Z" fill="${c}"/>`,
  curls: (c, r) => [...Array(46)].map((_, i) => { const a = Math.PI * (.86 + i / 46 * 1.28); return ellipse(540 + Math.cos(a) * r.between(230, 330), 460 + Math.sin(a) * r.between(220, 320), 74, 74, c); }).join(''),
  bun: c => `<circle cx="540" cy="170" r="112" fill="${c}"/>`,
  braids: c => [-1, 1].map(d => [...Array(7)].map((_, i) => ellipse(540 + d * (250 + i * 4), 560 + i * 62, 50, 42, c)).join('')).join(''),
  waves: c => `<path d="M270 480 C 230 160 850 160 810 480 C 860 560 790 620 830 700 C 860 780 800 830 820 900 H 260 C 280 830 220 780 250 700 C 290 620 220 560 270 480Z" fill="${c}"/>`,
};
const hairFront = {
  long: c => `<path d="M316 470 C 330 260 470 250 560 270 C 720 270 770 360 770 480 C 700 420 640 370 590 330 C 520 400 400 420 316 470Z" fill="${c}"/>`,
  bob: c => `<path d="M310 440 C 310 230 770 230 770 440 Q 540 370 310 440Z" fill="${c}"/>`,
  curls: (c, r) => [...Array(14)].map((_, i) => ellipse(340 + i * 31, 316 - Math.sin(i / 13 * Math.PI) * 62 + r.between(-12, 12), 52, 50, c)).join(''),
  bun: c => `<path d="M312 450 C 300 220 780 220 768 450 C 700 350 620 330 540 330 C 460 330 380 350 312 450Z" fill="${c}"/>`,
  braids: c => `<path d="M308 460 C 300 210 780 210 772 460 C 720 360 600 320 540 262 C 480 320 360 360 308 460Z" fill="${c}"/>`,
  waves: c => `<path d="M312 500 C 310 240 520 230 600 280 C 740 250 780 380 768 500 C 730 420 700 390 640 360 C 520 420 370 380 312 500Z" fill="${c}"/>`,
  short: c => `<path d="M306 430 C 280 200 470 180 560 196 C 740 190 800 300 772 430 C 752 380 730 350 700 330 C 580 350 450 320 370 340 C 340 360 320 390 306 430Z" fill="${c}"/>`,
  quiff: c => `<path d="M304 420 C 290 260 340 210 420 190 C 500 120 720 130 770 240 C 800 300 790 370 774 420 C 750 350 720 320 690 310 C 560 330 440 330 360 310 C 330 340 316 380 304 420Z" fill="${c}"/>`,
};

function face({ skin, hair, style, back, wear, glasses, beard, scarf, lips = '#a8473f', seed, earrings, freckles, hat }) {
  return square(seed, (s, r) => {
    s.ground([[0, back[0]], [1, back[1]]]).texture('cloud', .2, 'soft-light').glow(250, 180, 260, '#ffffff', .28, 'soft-light');
    const deep = 'rgba(40,15,5,.24)';
    if (scarf) s.add(cast(lit(`<path d="M250 520 C 230 150 850 150 830 520 C 850 720 900 860 960 1080 H 120 C 180 860 230 720 250 520Z" fill="${scarf}"/>`, 'puffM'), 'shadowM'));
    else if (hairBehind[style]) s.add(cast(lit(hairBehind[style](hair, r), 'smooth'), 'shadowM'));
    s.add(cast(lit(`<path d="M60 1120 C 90 900 300 850 430 830 H 650 C 780 850 990 900 1020 1120Z" fill="${wear}"/>`, 'puffM'), 'shadowM'));
    s.add(`<path d="M440 700 H 640 V 850 Q 540 930 440 850Z" fill="${skin}"/><path d="M440 740 Q 540 850 640 730 V 800 Q 540 870 440 800Z" fill="${deep}"/>`);
    if (!scarf) s.add(ellipse(304, 520, 40, 62, skin), ellipse(776, 520, 40, 62, skin));
    s.add(lit(`<path d="M310 450 C 310 240 770 240 770 450 C 780 640 700 790 540 800 C 380 790 300 640 310 450Z" fill="${skin}"/>`, 'smooth'));
    if (beard) s.add(lit(`<path d="M308 520 C 320 600 380 610 430 620 C 480 580 600 580 650 620 C 700 610 760 600 772 520 C 790 720 700 850 540 852 C 380 850 290 720 308 520Z" fill="${beard}"/>`, 'smooth'));
    s.add(ellipse(410, 600, 52, 34, '#e2604f', 'opacity=".2" filter="url(#blurS)"'), ellipse(670, 600, 52, 34, '#e2604f', 'opacity=".2" filter="url(#blurS)"'));
    if (freckles) for (let i = 0; i < 22; i++) s.add(ellipse(r.between(400, 680), r.between(560, 615), 4.5, 4.5, '#9c5a34', 'opacity=".5"'));
    for (const x of [440, 640]) s.add(ellipse(x, 510, 21, 25, '#22150f'), ellipse(x + 7, 501, 7, 7, '#fff'), line(`M${x - 48} ${446 + (x > 540 ? -6 : 0)} Q ${x} ${418} ${x + 48} ${446 + (x > 540 ? 0 : -6)}`, beard ?? hair ?? '#3a241a', 13, 'opacity=".85"'));
    s.add(line('M540 520 Q 566 590 532 604', deep, 10), line('M466 668 Q 540 736 614 668', lips, 15));
    if (glasses) s.add(`<g fill="rgba(255,255,255,.14)" stroke="${glasses}" stroke-width="13"><circle cx="438" cy="512" r="78"/><circle cx="642" cy="512" r="78"/><path d="M516 500 Q 540 484 564 500 M360 500 L 308 490 M720 500 L 772 490" fill="none"/></g>`);
    if (scarf) s.add(lit(`<path d="M300 520 C 290 240 790 240 780 520 C 790 420 740 330 540 326 C 340 330 290 420 300 520Z M300 500 C 290 700 400 830 540 832 C 680 830 790 700 780 500 C 850 700 800 900 560 960 C 300 940 230 700 300 500Z" fill="${scarf}"/>`, 'puffS'));
    else if (hairFront[style]) s.add(cast(lit(hairFront[style](hair, r), 'smooth'), 'shadowS'));
    if (hat) s.add(cast(lit(`<path d="M290 360 C 290 110 790 110 790 360Z" fill="${hat}"/><rect x="272" y="322" width="536" height="84" rx="38" fill="${hat}"/>`, 'puffS'), 'shadowS'));
    if (earrings) s.add(ellipse(302, 606, 19, 19, earrings), ellipse(778, 606, 19, 19, earrings));
  });
}

export const faces = {
  'page-nora': square(301, (s, r) => { s.ground([[0, '#23483f'], [1, '#16332c']]); for (const [i, t] of [-50, -25, 0, 25, 50].entries()) s.add(at(540, 860, wheat(s, r, 600 - Math.abs(i - 2) * 40, '#f0d39a', 1.25), t)); s.add(at(540, 850, lit(`<path d="${blob(r, 210, .03, 12, .62)}" fill="#d9973f"/>${[-90, 0, 90].map(x => `<path d="M${x - 20} -80 q 40 70 6 150 q 44 -80 34 -150z" fill="#f7e2b8"/>`).join('')}`, 'puffL'))); s.window({ x: 80, y: -80, colour: '#ffe2a8', opacity: .4 }); }),
  'page-terra': square(302, (s, r) => { s.ground([[0, '#d07a55'], [1, '#a9512f']]); s.add(`<circle cx="540" cy="500" r="350" fill="#f1dcc6"/>`, at(540, 900, pot(s, r, 'vase', 470, 560, { clay: '#8a4327', glaze: '#2f6f73', dip: .58, bands: [[.3, 12, '#f1dcc6']] }))); for (const t of [-26, 4, 30]) s.add(at(540, 350, line('M0 0 V -240', '#3b5a45', 10) + [0, 1, 2].map(i => at(0, -70 - i * 70, leafShape(110, 30, '#5d7a5f'), -150) + at(0, -90 - i * 70, leafShape(110, 30, '#7b9673'), -30)).join(''), t)); s.window({ x: 60, y: -80, colour: '#fff1d6', opacity: .4 }); }),
  'face-ana': face({ seed: 311, skin: '#e5b08a', hair: '#5a2f1c', style: 'waves', back: ['#f0c46a', '#dd9a36'], wear: '#2f6f73', freckles: true }),
  'face-tomas': face({ seed: 312, skin: '#efc4a0', hair: '#a5602c', style: 'quiff', back: ['#8fb8c4', '#5f8f9e'], wear: '#f1e7d6', beard: '#a5602c' }),
  'face-maryam': face({ seed: 313, skin: '#dba57c', hair: '#2b1a14', back: ['#e9c9bb', '#d49f8c'], wear: '#7d3f55', scarf: '#8f4b63', lips: '#a33f4a' }),
  'face-kofi': face({ seed: 314, skin: '#6f4530', hair: '#1d1411', style: 'short', back: ['#d77a50', '#b3552f'], wear: '#f0c46a', glasses: '#1c1c1e', lips: '#5b2a22' }),
  'face-lena': face({ seed: 315, skin: '#f3cfb3', hair: '#e2b866', style: 'bob', back: ['#a9c2a4', '#7a9c79'], wear: '#c8573c', earrings: '#e8b84a' }),
  'face-yuki': face({ seed: 316, skin: '#f0cda6', hair: '#20181a', style: 'bun', back: ['#d9a3b0', '#b9738a'], wear: '#23344f', lips: '#b04a50' }),
  'face-diego': face({ seed: 317, skin: '#c98f64', hair: '#1f1613', style: 'short', back: ['#e6d9bd', '#cbb587'], wear: '#3c6b4b', beard: '#2a1c16' }),
  'face-amara': face({ seed: 318, skin: '#7b4a31', hair: '#23150f', style: 'curls', back: ['#f1d9c5', '#e0ad8d'], wear: '#2d5f88', earrings: '#f0c04a', lips: '#7d2f2f' }),
  'face-sofie': face({ seed: 319, skin: '#f2cbb0', hair: '#b5512a', style: 'braids', back: ['#7fa3c0', '#4f7699'], wear: '#f0e2cf', freckles: true }),
  'face-omar': face({ seed: 320, skin: '#b9825a', hair: '#2a1c15', style: 'quiff', back: ['#51635e', '#33443f'], wear: '#d9a441', beard: '#2a1c15', glasses: '#5a3b20' }),
  'face-priya': face({ seed: 321, skin: '#a86f48', hair: '#1a1212', style: 'long', back: ['#e8a3a0', '#c96f70'], wear: '#5b3a74', earrings: '#f0c04a', lips: '#8d3340' }),
  'face-henrik': face({ seed: 322, skin: '#f0c5a8', hair: '#d8d2c8', style: 'none', back: ['#c4ccd6', '#8f9bab'], wear: '#31465c', beard: '#d8d2c8', hat: '#b5472f' }),
  'face-mei': face({ seed: 323, skin: '#f2d3ae', hair: '#2a1d1c', style: 'long', back: ['#b9d6c8', '#84b09d'], wear: '#e9dfcd', glasses: '#a3442b' }),
  'face-ruth': face({ seed: 324, skin: '#eec3a8', hair: '#b9b4b0', style: 'curls', back: ['#caa5c4', '#96708f'], wear: '#3d5a50', glasses: '#2b2b2e' }),
};
