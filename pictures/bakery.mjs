import { Scene, W, at, lit, cast, ellipse, line, leafShape, blob, steam, hand } from './scene.mjs';
import { boule, baguette, croissant, bun, cookie, tart, latte, wheat, egg, awning, cakeStand, espresso, tinLoaf, lemon } from './baked.mjs';

const tall = 1350, square = 1080;
const scene = (seed, height, draw, finish) => () => { const s = new Scene(seed, height); draw(s, s.r); return { svg: s.svg(finish), width: W, height }; };

export const bakery = {
  'nora-boule': scene(101, tall, (s, r) => {
    s.ground([[0, '#2c3236'], [1, '#14181b']]).texture('cloud', .16, 'soft-light').glow(200, 140, 360, '#c99a5b', .3);
    s.dusting(560, 900, 420, 900, .75);
    s.add(at(540, 690, boule(s, r, 390), -12));
    s.window({ x: 60, y: -120, colour: '#ffdca0', opacity: .55, pane: [300, 360] });
  }),

  'nora-croissants': scene(102, square, (s, r) => {
    s.ground([[0, '#e9b7a6'], [1, '#d98f7f']]).texture('cloud', .18, 'soft-light');
    for (const [x, y, turn, size] of [[270, 250, -18, .8], [800, 300, 24, .78], [540, 560, 4, .86], [220, 830, 30, .78], [850, 850, -26, .82]]) s.add(at(x, y, croissant(s), turn, size));
    for (let i = 0; i < 90; i++) s.add(ellipse(r.between(0, W), r.between(0, W), r.between(1.5, 5), r.between(1.5, 4), r.pick(['#a75f25', '#f1c987', '#c98b3f'])));
    s.window({ x: 300, y: -200, turn: 20, colour: '#fff3d8', opacity: .5 });
  }),

  'nora-latte': scene(103, tall, (s, r) => {
    s.ground([[0, '#b4532f'], [1, '#8e3d22']]).texture('fibre', .35, 'multiply', 0, tall, 90);
    s.add(`<g filter="url(#shadowM)">${at(820, 1100, `<path d="M-420 -180 L 420 -240 L 460 330 L -380 380Z" fill="#f3e7d3"/>${[...Array(12)].map((_, i) => line(`M${-400 + i * 70} -190 L ${-370 + i * 70} 380`, '#d9c6a6', 3)).join('')}`, -10)}</g>`);
    s.add(at(500, 560, latte(s, 300, '#f4efe6', '#e6ddcf')), at(830, 1090, croissant(s), -30, .74));
    s.window({ x: 380, y: -140, turn: 16, colour: '#ffe9bd', opacity: .62, pane: [260, 330] }).leafShade({ x: 1000, y: 40, turn: 130, opacity: .25 });
  }),

  'nora-buns': scene(104, tall, (s, r) => {
    s.ground([[0, '#59646a'], [1, '#3b444a']]);
    s.add(cast(`<rect x="50" y="70" width="980" height="1210" rx="46" fill="#2a2f33"/><rect x="70" y="90" width="940" height="1170" rx="36" fill="#383f44"/>`, 'shadowL'));
    s.add(`<path d="M96 120 L 990 108 L 1000 1240 L 84 1246Z" fill="#efe3ce"/>`).texture('cloud', .2, 'multiply');
    for (let row = 0; row < 4; row++) for (let c = 0; c < 3; c++) s.add(at(250 + c * 292 + r.between(-10, 10), 268 + row * 276 + r.between(-10, 10), bun(s, r, 122), r.between(0, 360)));
    s.window({ x: 40, y: -60, turn: -10, colour: '#fff0cf', opacity: .45 });
  }),

  'nora-front': scene(105, tall, (s, r) => {
    s.ground([[0, '#f0c9a5'], [1, '#e2a681']]).texture('cloud', .2, 'soft-light');
    for (let y = 0; y < 620; y += 42) for (let x = -60 + (y / 42 % 2) * 46; x < W; x += 92) if (r.next() < .3) s.add(`<rect x="${x}" y="${y}" width="86" height="36" rx="4" fill="#b96b45" opacity="${r.between(.06, .2)}"/>`);
    s.add(`<rect x="90" y="360" width="900" height="800" fill="#21463f"/><rect x="90" y="360" width="900" height="800" fill="${s.linear([[0, '#000', .35], [.3, '#000', 0], [1, '#000', .2]])}"/>`);
    s.add(`<rect x="140" y="520" width="520" height="500" fill="${s.linear([[0, '#ffd98a'], [1, '#f0a04b']])}"/>`);
    for (let row = 0; row < 3; row++) { const y = 650 + row * 150; s.add(`<rect x="140" y="${y}" width="520" height="14" fill="#7a4522"/>`); for (let i = 0; i < 5; i++) s.add(at(195 + i * 104, y - 34, lit(`<path d="${blob(r, 46, .06, 10, .76)}" fill="${r.pick(['#b5692d', '#c98742', '#9c5423', '#d9a05a'])}"/>`, 'puffS'))); }
    s.add(`<path d="M140 520 L 400 520 L 250 1020 L 140 1020Z" fill="#fff" opacity=".12"/>`, `<g fill="none" stroke="#163029" stroke-width="16"><rect x="140" y="520" width="520" height="500"/><path d="M400 520 V 1020"/></g>`);
    s.add(`<rect x="720" y="500" width="220" height="660" fill="#b4472e"/><rect x="752" y="540" width="156" height="330" rx="78" fill="${s.linear([[0, '#ffdf9a'], [1, '#e69146']])}"/><circle cx="760" cy="960" r="12" fill="#f0cf7a"/><rect x="752" y="910" width="156" height="200" fill="none" stroke="#8c3320" stroke-width="6"/>`);
    s.add(at(90, 350, awning(900, 190, '#f7ecd9', '#cf5a3a')));
    s.add(`<rect y="1150" width="${W}" height="200" fill="${s.linear([[0, '#a88a78'], [1, '#7c6456']])}"/>`);
    for (const x of [60, 1010]) s.add(cast(`<path d="M${x - 62} 1040 h124 l-18 150 h-88z" fill="#c66b43"/>`, 'shadowS'), [...Array(16)].map((_, i) => at(x, 1046, leafShape(130 + (i % 4) * 24, 20, ['#2f6b4f', '#3f8560', '#265a42'][i % 3]), -170 + i * 10.5)).join(''));
    s.add(cast(`<path d="M470 1060 l-60 180 M620 1060 l60 180 M480 1150 h130" stroke="#5a3826" stroke-width="14" stroke-linecap="round"/><rect x="440" y="1046" width="210" height="22" rx="8" fill="#8a5a3b"/>`, 'shadowS'), at(545, 1010, lit(`<path d="${blob(r, 62, .04, 12, .6)}" fill="#c27a35"/>`, 'puffS')));
    s.glow(400, 760, 330, '#ffc766', .4).glow(900, 120, 320, '#fff0c4', .6).leafShade({ x: 120, y: -60, turn: 40, scale: 2, opacity: .2 });
  }),

  'nora-shelf': scene(106, tall, (s, r) => {
    s.ground([[0, '#3d2a22'], [1, '#20140f']]).glow(540, 300, 480, '#d68b3c', .34);
    for (let row = 0; row < 3; row++) {
      const y = 440 + row * 410;
      for (let i = 0, x = 110; x < 1060; i++) {
        const kind = (i + row) % 3, tone = r.pick(['#b5692d', '#c98742', '#8f4b20', '#d09650']);
        if (kind === 0) { s.add(at(x + 110, y - 108, tinLoaf(s, r, 230, 190, tone))); x += 262; }
        else if (kind === 1) { s.add(at(x + 120, y - 96, cast(lit(`<path d="${blob(r, 128, .03, 14, .74)}" fill="${s.radial([[0, '#e2ae66'], [1, tone]])}"/>${[-44, 0, 44].map(d => `<path d="M${d - 16} -62 q 26 54 4 120 q 20 -60 24 -112z" fill="#f3dcb2"/>`).join('')}`, 'puffM'), 'shadowS'))); x += 270; }
        else { for (let b = 0; b < 3; b++) s.add(at(x + 46 + b * 62, y - 150, baguette(s, r, 310, 32), -86 + r.between(-6, 6))); x += 236; }
      }
      s.add(cast(`<rect x="-20" y="${y}" width="1120" height="46" fill="${s.linear([[0, '#a66a3d'], [1, '#6d4023']])}"/>`, 'shadowM'));
    }
    s.texture('fibre', .2).window({ x: -60, y: -40, turn: 12, skew: 12, colour: '#ffd592', opacity: .7, pane: [300, 420] });
  }),

  'nora-hands': scene(107, tall, (s, r) => {
    s.ground([[0, '#c89a68'], [1, '#a8774a']]).texture('fibre', .5);
    s.dusting(540, 560, 460, 1100, .95);
    s.add(at(540, 560, cast(lit(`<path d="${blob(r, 300, .05, 12, .84)}" fill="${s.radial([[0, '#fbf1de'], [1, '#ecd9b8']])}"/>`, 'puffXL'), 'shadowL')));
    s.add(line('M430 470 q 110 -50 210 10 M400 560 q 60 30 90 0', '#d8c096', 8, 'opacity=".7"'));
    s.add(at(372, 800, hand('#b97a54', '#f1ebe0', { curl: 26 }), 17, 1.12), at(716, 810, hand('#b97a54', '#f1ebe0', { curl: 26, mirror: true }), -17, 1.12));
    s.dusting(540, 760, 300, 160, .55);
    s.window({ x: 500, y: -150, turn: 18, colour: '#fff0cd', opacity: .5 });
  }),

  'nora-tart': scene(108, square, (s, r) => {
    s.ground([[0, '#bcd6de'], [1, '#8fb4c2']]).texture('cloud', .2, 'soft-light');
    s.add(at(540, 550, cast(ellipse(0, 0, 440, 440, s.radial([[0, '#ffffff'], [.8, '#f4f1ea'], [1, '#dedad0']])) + ellipse(0, 0, 366, 366, 'none', 'stroke="#d9d3c6" stroke-width="4"'), 'shadowL')));
    s.add(at(540, 550, tart(s, r, 330)));
    s.add(at(930, 160, leafShape(150, 40, '#3c7a55'), 130), at(900, 190, leafShape(120, 34, '#56966b'), 165));
    s.window({ x: -40, y: -120, turn: -6, colour: '#ffffff', opacity: .5 });
  }),

  'nora-cookies': scene(109, tall, (s, r) => {
    s.ground([[0, '#f2d7a6'], [1, '#e5b56c']]).texture('cloud', .2, 'soft-light');
    for (const [x, y, size] of [[250, 240, 190], [720, 170, 170], [560, 560, 230], [140, 700, 170], [960, 560, 180], [300, 1060, 220], [770, 1000, 200], [1010, 1290, 170], [600, 1340, 150]]) s.add(at(x, y, cookie(s, r, size), r.between(0, 360)));
    for (let i = 0; i < 60; i++) s.add(ellipse(r.between(0, W), r.between(0, tall), r.between(2, 7), r.between(2, 6), r.pick(['#8d5a2b', '#3a2015', '#fff6e2'])));
    s.window({ x: 520, y: -80, turn: 24, colour: '#fffbe8', opacity: .55 });
  }),

  'nora-cake': scene(110, tall, (s, r) => {
    s.ground([[0, '#1f4a40'], [1, '#12302a']]).glow(760, 260, 360, '#7fb59b', .34);
    s.add(`<rect y="1060" width="${W}" height="290" fill="${s.linear([[0, '#d8c3a5'], [1, '#a98e6c']])}"/>`);
    s.add(at(540, 1140, cakeStand(s, r), 0, 1.28));
    s.window({ x: 560, y: -60, turn: 6, skew: -14, colour: '#e7f6df', opacity: .4, pane: [200, 320] }).leafShade({ x: 60, y: 60, turn: 20, scale: 1.5, opacity: .3, colour: '#04140f' });
  }),

  'nora-sill': scene(111, tall, (s, r) => {
    s.ground([[0, '#f7d6bf'], [.55, '#f4b48e'], [1, '#e48a6a']]);
    s.add(`<circle cx="720" cy="520" r="150" fill="#fff3d6"/>`).glow(720, 520, 260, '#ffe1a6', .8);
    for (let layer = 0; layer < 3; layer++) for (let x = -40; x < W; ) { const w = r.between(70, 150), h = r.between(120, 300) - layer * 40; s.add(`<rect x="${x}" y="${900 - h + layer * 60}" width="${w}" height="${h + 300}" fill="${['#d98a76', '#b9665d', '#8d4749'][layer]}"/>`); if (layer === 2) for (let k = 0; k < 4; k++) if (r.next() < .5) s.add(`<rect x="${x + 16 + (k % 2) * 34}" y="${940 - h + layer * 60 + Math.floor(k / 2) * 44}" width="16" height="22" fill="#ffcf8a"/>`); x += w - 4; }
    s.add(`<g fill="#5b3a2e"><rect x="0" y="0" width="56" height="1100"/><rect x="1024" y="0" width="56" height="1100"/><rect x="0" y="0" width="${W}" height="50"/><rect x="516" y="0" width="36" height="1100"/><rect x="0" y="420" width="${W}" height="26"/></g>`);
    s.add(`<rect y="1060" width="${W}" height="290" fill="${s.linear([[0, '#8d5b43'], [.1, '#6f4330'], [1, '#482a1f']])}"/>`).texture('fibre', .3, 'multiply', 1060, 290);
    s.add(at(420, 1150, espresso(s, '#f5efe5', '#2f6b5c')), steam(430, 880, 380, .75), at(800, 1140, croissant(s), -6, .62));
    s.glow(640, 900, 300, '#ffd9a0', .35);
  }),

  'nora-baguettes': scene(112, square, (s, r) => {
    s.ground([[0, '#e0a52f'], [1, '#c07f17']]).texture('cloud', .22, 'soft-light');
    for (let i = 0; i < 5; i++) s.add(at(180 + i * 185, 540 + (i % 2 ? -50 : 40), baguette(s, r, 1080, 78), -68));
    s.add(cast(at(540, 760, `<path d="M-640 -150 L 640 -260 L 640 90 L -640 220Z" fill="#f4ead8"/><path d="M-640 -150 L 640 -260 L 640 -236 L -640 -126Z" fill="#fff8ea"/><path d="M-640 30 L 640 -80 L 640 -40 L -640 70Z" fill="#a8382b"/>`), 'shadowM'));
    s.window({ x: 120, y: -100, turn: 12, colour: '#fff2c4', opacity: .5 });
  }),

  'nora-ingredients': scene(113, tall, (s, r) => {
    s.ground([[0, '#f1ddd6'], [1, '#e0bfb5']]).texture('cloud', .4, 'screen');
    for (let i = 0; i < 7; i++) s.add(line(`M${r.between(-100, 600)} ${r.between(0, tall)} q ${r.between(100, 300)} ${r.between(-120, 120)} ${r.between(400, 800)} ${r.between(-200, 200)}`, '#b98f86', r.between(1, 4), 'opacity=".4" filter="url(#wobble)"'));
    s.add(at(360, 400, cast(ellipse(0, 0, 270, 270, '#2f5f6d') + ellipse(0, 0, 246, 246, '#3f7683') + lit(`<path d="${blob(r, 226, .03)}" fill="#fffaf1"/>`, 'puffXL'), 'shadowL')));
    for (const [x, y, t, c] of [[800, 270, 20, '#e7c29d'], [900, 420, -30, '#f6e7d3'], [760, 440, 70, '#d8a67c']]) s.add(at(x, y, egg(s, c), t, 1.25));
    s.add(at(780, 860, cast(`<rect x="-180" y="-110" width="360" height="220" rx="14" fill="#f5efe0"/>` + lit(`<rect x="-150" y="-84" width="230" height="168" rx="12" fill="#f6d678"/>`, 'puffS') + [0, 1].map(i => lit(`<rect x="${92 + i * 34}" y="-82" width="24" height="164" rx="8" fill="#f3cf6b"/>`, 'puffS')).join(''), 'shadowM'), -12));
    s.add(at(300, 930, cast(ellipse(0, 0, 150, 150, '#f7f3ea') + ellipse(0, 0, 128, 128, '#e8e0d0') + [...Array(90)].map(() => { const a = r.between(0, 6.28), d = Math.sqrt(r.next()) * 108; return at(Math.cos(a) * d, Math.sin(a) * d, leafShape(24, 8, r.pick(['#7d8f55', '#93a567', '#6b7a45'])), r.between(0, 360)); }).join(''), 'shadowM')));
    for (let i = 0; i < 5; i++) s.add(at(520 + i * 40, 1230 - i * 14, cast(lit(`<rect x="-12" y="-150" width="24" height="300" rx="12" fill="${i % 2 ? '#7d4524' : '#94562f'}"/>`, 'puffS'), 'shadowS'), 62 + i * 3));
    s.window({ x: 420, y: -120, turn: 14, colour: '#fffdf2', opacity: .55 }).leafShade({ x: 1080, y: 900, turn: 190, opacity: .16 });
  }),

  'nora-oven': scene(114, tall, (s, r) => {
    s.ground([[0, '#241712'], [1, '#0f0907']]);
    for (let y = 0; y < tall; y += 74) for (let x = -80 + (y / 74 % 2) * 80; x < W; x += 160) s.add(`<rect x="${x + 3}" y="${y + 3}" width="154" height="68" rx="6" fill="${r.pick(['#5b2f21', '#6b3827', '#4d271b', '#633323'])}"/>`);
    s.add(`<path d="M120 1120 V 640 Q 120 230 540 230 Q 960 230 960 640 V 1120Z" fill="#1a0d08"/><path d="M160 1110 V 650 Q 160 280 540 280 Q 920 280 920 650 V 1110Z" fill="${s.radial([[0, '#ffce62'], [.4, '#f0812b'], [1, '#6a1d0c']], [.5, .62, .62])}"/>`);
    for (let i = 0; i < 9; i++) s.add(at(220 + i * 80, 760 + r.between(-20, 20), `<path d="M0 0 C -60 -90 10 -130 ${r.between(-20, 20)} ${r.between(-260, -180)} C 50 -130 60 -60 0 0Z" fill="${r.pick(['#ffe08a', '#ffb347', '#ff9233'])}" opacity=".75" filter="url(#blurS)"/>`));
    for (const [x, y, k] of [[340, 880, .42], [740, 880, .42], [540, 960, .56]]) s.add(at(x, y, boule(s, r, 390, .7), 0, k));
    s.add(`<path d="M160 1110 H 920 L 1040 1350 H 40Z" fill="${s.linear([[0, '#8c4a20'], [1, '#3a1f12']])}"/>`).texture('fibre', .3, 'multiply', 1110, 240);
    s.add(cast(`<path d="M450 1080 h180 l60 130 h-300z" fill="#b9814a"/><rect x="512" y="1200" width="56" height="180" fill="#8f5f33"/>`, 'shadowM'));
    s.glow(540, 760, 420, '#ff9a3c', .5).glow(540, 1180, 260, '#ff8a30', .3);
  }, { vignette: .55 }),

  'nora-wheat': scene(115, square, (s, r) => {
    s.ground([[0, '#d9d5c4'], [1, '#bdb79f']]);
    for (let i = 0; i < W; i += 9) s.add(`<path d="M${i} 0 V ${W} M0 ${i} H ${W}" stroke="#8c866d" stroke-width="2" opacity=".13"/>`);
    s.add(at(700, 540, cast(lit(`<rect x="-66" y="-360" width="132" height="720" rx="40" fill="${s.linear([[0, '#c58d52'], [.5, '#e0b079'], [1, '#a56f3a']], [0, 0, 1, 0])}"/><rect x="-26" y="-500" width="52" height="150" rx="24" fill="#9c6432"/><rect x="-26" y="350" width="52" height="150" rx="24" fill="#9c6432"/>`, 'smooth'), 'shadowL'), 24));
    for (let i = 0; i < 7; i++) s.add(at(250 + i * 13, 960, wheat(s, r, 800 - Math.abs(i - 3) * 40), -33 + i * 9)+at(250 + i * 13, 960, line('M0 0 L 4 170', '#b98a3e', 7), 24 - i * 8));
    s.add(at(290, 958, cast(lit(`<path d="M-62 -20 q 62 16 124 0 l 2 44 q -64 18 -128 0z" fill="#b5472f"/>`, 'puffS') + line('M40 10 q 60 40 50 110 M48 8 q 90 20 110 80', '#b5472f', 12), 'shadowS')));
    s.dusting(760, 860, 260, 420, .9).window({ x: -60, y: -160, turn: -8, colour: '#fff5d3', opacity: .55 });
  }),

  'nora-lemon': scene(116, square, (s, r) => {
    s.ground([[0, '#2e6f8e'], [1, '#1c4f6b']]).texture('cloud', .22, 'soft-light');
    s.add(at(560, 600, cast(ellipse(0, 0, 400, 400, '#f6f2e7') + ellipse(0, 0, 380, 380, 'none', 'stroke="#2e6f8e" stroke-width="7"') + [...Array(28)].map((_, i) => at(0, 0, `<g transform="translate(344 0)">${leafShape(28, 11, '#2e6f8e')}</g>`, i * 360 / 28)).join(''), 'shadowL')));
    s.add(at(560, 600, tinLoaf(s, r, 470, 300, '#d9973f', '#fffdf4'), -14));
    for (const [x, y, t, cut] of [[170, 190, 20, 0], [900, 170, -40, 1], [960, 960, 70, 0], [150, 940, 10, 1], [300, 1040, -30, 0]]) s.add(at(x, y, lemon(s, cut), t));
    s.add(at(240, 120, leafShape(170, 44, '#3f8a57'), -20), at(900, 1010, leafShape(160, 40, '#2f7548'), 190));
    s.window({ x: 200, y: -160, turn: 14, colour: '#fffbe0', opacity: .5 });
  }),

  'nora-swirl': scene(117, square, (s, r) => {
    s.ground([[0, '#7a3b2a'], [1, '#4a2017']]).texture('cloud', .2, 'soft-light');
    s.add(at(560, 560, bun(s, r, 470, 'puffM'), 30));
    s.window({ x: 20, y: -200, turn: -12, colour: '#ffe6b0', opacity: .55, pane: [320, 400] });
  }),

  'nora-bag': scene(118, tall, (s, r) => {
    s.ground([[0, '#c8432f'], [1, '#9c2c1f']]);
    for (let i = -3; i < 14; i++) s.add(`<path d="M${i * 110} 0 h54 l-220 1350 h-54z" fill="#fff" opacity=".07"/>`);
    for (let i = 0; i < 4; i++) s.add(at(370 + i * 108, 480 - (i % 2) * 70, baguette(s, r, 760, 62), -96 + i * 6));
    s.add(cast(`<path d="M250 560 L 830 540 L 876 1200 L 210 1210Z" fill="${s.linear([[0, '#d9b384'], [.5, '#e8c99d'], [1, '#bd9463']], [0, 0, 1, 0])}"/><path d="M250 560 l 30 34 38 -36 40 34 42 -36 40 34 44 -36 40 34 44 -38 40 34 42 -36 40 32 40 -36 60 30 44 664 -666 10z" fill="none"/>`, 'shadowL'));
    s.add(`<path d="M700 545 L 830 540 L 876 1200 L 690 1205Z" fill="#8f6a3e" opacity=".28"/><path d="M250 560 L 420 554 L 300 900Z" fill="#fff" opacity=".14"/>`);
    s.add(at(520, 880, `<circle r="112" fill="#21463f"/>${[-40, -14, 14, 40].map((t, i) => at(0, 62, wheat(s, r, 140, '#f2dcae', .34), t)).join('')}`));
    s.add(`<rect y="1190" width="${W}" height="160" fill="${s.linear([[0, '#e9d8bd'], [1, '#c7ad86']])}" style="mix-blend-mode:normal"/>`, at(540, 1196, `<rect x="-330" y="-8" width="670" height="26" fill="#000" opacity=".25" filter="url(#blurS)"/>`), at(880, 1200, bun(s, r, 96)), at(1000, 1240, bun(s, r, 84), 60));
    s.window({ x: 60, y: -60, turn: 10, colour: '#ffe8c0', opacity: .5 });
  }),
};
