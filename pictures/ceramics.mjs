import { Scene, W, at, lit, cast, ellipse, line, leafShape, smooth, blob, steam, hand } from './scene.mjs';
import { pot, plate, terrazzo, branch, monstera, cactus, arch, brush, loopTool } from './clay.mjs';
import { lemon } from './baked.mjs';

const tall = 1350, square = 1080;
const scene = (seed, height, draw, finish) => () => { const s = new Scene(seed, height); draw(s, s.r); return { svg: s.svg(finish), width: W, height }; };
const glazes = ['#2f6f73', '#d9a441', '#e9dfcd', '#a3442b', '#36506b', '#7f9a7a', '#d58f7c', '#22303a'];
const clays = ['#c47b54', '#d9b596', '#8a5136', '#e6d6bf', '#5a4438'];

export const ceramics = {
  'terra-vase': scene(201, tall, (s, r) => {
    s.ground([[0, '#f1dcc6'], [1, '#e2bd9c']]).texture('cloud', .25, 'soft-light');
    s.add(arch(220, 1130, 640, 960, '#cf7a55'), `<circle cx="700" cy="420" r="120" fill="#f2c078"/>`, `<rect y="1080" width="${W}" height="270" fill="${s.linear([[0, '#f4e8d8'], [1, '#d8bfa2']])}"/>`);
    for (const [x, turn, len] of [[500, -24, 560], [530, -4, 690], [560, 18, 600], [545, 36, 430]]) s.add(at(x, 700, branch(r, len, ['#5d7a5f', '#7b9673', '#496650'], '#4a4030', { size: 92, bend: turn * 2 }), turn));
    s.add(at(540, 1190, pot(s, r, 'vase', 430, 530, { clay: '#a9512f', glaze: '#efe4d2', dip: .6, bands: [[.33, 5, '#efe4d2']] })));
    s.window({ x: -40, y: 60, turn: 10, colour: '#fff1d6', opacity: .55 });
  }),

  'terra-shelves': scene(202, tall, (s, r) => {
    s.ground([[0, '#ece4d8'], [1, '#d9cbb8']]).texture('cloud', .25, 'soft-light');
    for (let row = 0; row < 4; row++) {
      const y = 330 + row * 310;
      for (let x = 70; x < 1010; ) {
        const kind = r.pick(['vase', 'bottle', 'moon', 'cylinder', 'bowl', 'jug', 'pot', 'goblet']);
        const w = r.between(110, 190), h = kind === 'bowl' ? w * .5 : kind === 'moon' ? w : r.between(130, 235);
        if (x + w > 1040) break;
        s.add(at(x + w / 2, y, pot(s, r, kind, w, h, { clay: r.pick(clays), glaze: r.next() < .75 ? r.pick(glazes) : undefined, dip: r.between(.4, .8), bands: r.next() < .35 ? [[r.between(.2, .5), r.between(4, 12), r.pick(glazes)]] : [], speckle: 40 })));
        x += w + r.between(14, 40);
      }
      s.add(cast(`<rect x="30" y="${y}" width="1020" height="26" rx="3" fill="${s.linear([[0, '#b98455'], [1, '#8c5c36']])}"/>`, 'shadowM'), `<path d="M110 ${y + 26} v44 h-18 M970 ${y + 26} v44 h18" stroke="#5c4030" stroke-width="9" fill="none"/>`);
    }
    s.window({ x: 420, y: -60, turn: 14, colour: '#fff3d4', opacity: .6, pane: [260, 400] }).leafShade({ x: 60, y: 900, turn: -20, opacity: .14 });
  }),

  'terra-tiles': scene(203, tall, (s, r) => {
    s.ground([[0, '#eee8de'], [1, '#dcd2c2']]);
    const ramp = ['#f0e6d3', '#e5c07b', '#d9893f', '#b24a2c', '#7c2f2a', '#d9a3a0', '#b9c7b0', '#7f9a7a', '#3f6d5c', '#5fa3a3', '#2f6f88', '#244a74', '#1f2d45', '#5a5f6a', '#a59a8c', '#3a2c28', '#efd9c3', '#c98f6a', '#8c9a5b', '#4a5d45'];
    ramp.forEach((c, i) => { const x = 160 + (i % 4) * 254, y = 168 + Math.floor(i / 4) * 254;
      const soft = s.radial([[0, '#fff', .25], [.6, '#fff', 0], [1, '#000', .25]], [.35, .3, .8]);
      let dots = ''; for (let k = 0; k < 40; k++) dots += ellipse(r.between(-90, 90), r.between(-90, 90), r.between(1, 4), r.between(1, 4), i % 3 ? '#20140e' : '#fff', `opacity="${r.between(.1, .5)}"`);
      const edge = []; for (let k = 0; k <= 6; k++) edge.push([-104 + k * 34.6, 62 + r.between(-12, 12)]);
      s.add(at(x, y, cast(`<rect x="-104" y="-104" width="208" height="208" rx="14" fill="#c68a63"/><path d="${smooth(edge)} L 104 -90 Q 104 -104 90 -104 H -90 Q -104 -104 -104 -90Z" fill="${c}"/>${dots}<rect x="-104" y="-104" width="208" height="208" rx="14" fill="${soft}"/><circle cy="-78" r="10" fill="#e8dfd2"/>`, 'shadowM'), r.between(-2.5, 2.5))); });
    s.window({ x: 100, y: -160, turn: 12, colour: '#fffdf0', opacity: .5 });
  }),

  'terra-wheel': scene(204, tall, (s, r) => {
    s.ground([[0, '#3b4a4f'], [1, '#232e33']]).texture('cloud', .2, 'soft-light');
    s.add(at(540, 590, cast(ellipse(0, 0, 500, 500, '#9aa3a4') + ellipse(0, 0, 486, 486, s.radial([[0, '#c8cfce'], [1, '#8d9798']])), 'shadowL')));
    for (let i = 0; i < 9; i++) s.add(at(540, 590, `<circle r="${250 + i * 26}" fill="none" stroke="#6f7b7c" stroke-width="2" opacity=".45"/>`));
    for (let i = 0; i < 14; i++) s.add(at(540, 590, line(`M${r.between(260, 330)} 0 A 300 300 0 0 1 ${r.between(150, 260)} ${r.between(180, 260)}`, '#b98865', r.between(4, 16), 'opacity=".5"'), r.between(0, 360)));
    s.add(at(540, 590, plate(s, r, 270, [[1, '#b06f4b'], [.88, '#c4835c'], [.7, '#8f5638'], [.5, '#7a4730']], { speckle: 20, deep: true })));
    for (let i = 0; i < 7; i++) s.add(at(540, 590, `<circle r="${90 + i * 26}" fill="none" stroke="#e0a57f" stroke-width="3" opacity=".35"/>`));
    s.add(at(338, 830, hand('#e0aa86', '#d8cfc0', { curl: 10 }), 26, 1.12), at(748, 826, hand('#e0aa86', '#d8cfc0', { curl: 10, mirror: true }), -28, 1.12));
    for (let i = 0; i < 40; i++) s.add(ellipse(r.between(180, 900), r.between(640, 1060), r.between(3, 14), r.between(3, 11), '#b87a55', 'opacity=".8"'));
    s.window({ x: 360, y: -160, turn: 14, colour: '#fff1d0', opacity: .5 });
  }),

  'terra-kiln': scene(205, tall, (s, r) => {
    s.ground([[0, '#2a2226'], [1, '#171215']]);
    s.add(cast(`<rect x="90" y="110" width="900" height="1130" rx="30" fill="#4b4a50"/><rect x="90" y="110" width="900" height="1130" rx="30" fill="${s.linear([[0, '#fff', .12], [.4, '#fff', 0], [1, '#000', .4]], [0, 0, 1, 0])}"/>`, 'shadowL'), `<rect x="170" y="190" width="740" height="970" rx="14" fill="#d8b08a"/>`);
    for (let y = 0; y < 13; y++) for (let x = 0; x < 6; x++) s.add(`<rect x="${174 + x * 124 - (y % 2) * 60}" y="${194 + y * 75}" width="118" height="70" rx="4" fill="#e6c29c" opacity="${r.between(.2, .6)}" ${s.clip('<rect x="170" y="190" width="740" height="970"/>')}/>`);
    s.add(`<rect x="240" y="260" width="600" height="830" fill="${s.radial([[0, '#ffd27a'], [.5, '#f2823a'], [1, '#9c2d17']], [.5, .5, .7])}"/>`);
    for (let row = 0; row < 3; row++) { const y = 500 + row * 275; for (const [x, kind, w, h] of [[340, 'vase', 130, 190], [470, 'bowl', 120, 70], [600, 'bottle', 110, 210], [740, 'jug', 130, 150]].map((v, i) => row === 1 ? [v[0], ['moon', 'cylinder', 'vase', 'goblet'][i], 130, [130, 110, 180, 150][i]] : v)) s.add(at(x, y, pot(s, r, kind, w, h, { clay: r.pick(['#f09a58', '#e27a3d', '#f7b66e', '#d9642f']), speckle: 0 }))); s.add(`<rect x="240" y="${y}" width="600" height="22" fill="#8f3a1d"/>`); }
    s.glow(540, 660, 420, '#ff8f3a', .6).glow(540, 500, 220, '#ffd58a', .4);
    s.add(`<rect x="30" y="500" width="70" height="44" rx="8" fill="#6a696f"/><rect x="30" y="860" width="70" height="44" rx="8" fill="#6a696f"/><circle cx="950" cy="700" r="22" fill="#e0b04a"/>`);
  }, { vignette: .5 }),

  'terra-plates': scene(206, square, (s, r) => {
    s.ground([[0, '#d98c74'], [1, '#b9634c']]).texture('cloud', .22, 'soft-light');
    s.add(at(270, 300, plate(s, r, 300, [[1, '#cbb89d'], [.95, '#f1e8d8'], [.62, '#e8dcc6']])));
    s.add(at(820, 400, plate(s, r, 260, [[1, '#7a5136'], [.95, '#2f5f6d'], [.75, '#3f7c86'], [.5, '#6ba7a5'], [.24, '#b7d2c4']])));
    s.add(at(420, 850, plate(s, r, 290, [[1, '#593b2b'], [.95, '#dba53f'], [.8, '#e5b95d'], [.56, '#c77f2e']])));
    s.add(at(930, 930, plate(s, r, 200, [[1, '#201b1b'], [.94, '#2c2a2d'], [.6, '#3a383b']], { spot: '#d9cbb8' })));
    s.add(at(270, 300, branch(r, 360, ['#5d7a5f', '#7b9673'], '#4a4030', { size: 74, width: 18 }), 150));
    s.window({ x: 60, y: -180, turn: 12, colour: '#fff0d8', opacity: .55 });
  }),

  'terra-terrazzo': scene(207, tall, (s, r) => {
    s.ground([[0, '#7fa39a'], [1, '#5c857c']]).texture('cloud', .22, 'soft-light');
    s.add(`<rect y="880" width="${W}" height="470" fill="#f3ece0"/>`, `<g ${s.clip(`<rect y="880" width="${W}" height="470"/>`)}><g transform="translate(0 880)">${terrazzo(s, r, W, 470, ['#c46a4a', '#2f5f58', '#e0ad55', '#8a8178', '#d9a79a', '#27343a'], 230)}</g></g>`, `<rect y="880" width="${W}" height="16" fill="#fff" opacity=".7"/>`);
    s.add(at(400, 1130, pot(s, r, 'cylinder', 330, 350, { clay: '#b56a47', glaze: '#f4eee2', dip: .72, handle: true, speckle: 120 })), steam(390, 770, 330, .65));
    s.add(at(790, 1080, pot(s, r, 'pot', 260, 240, { clay: '#d7784f', speckle: 20 })));
    for (let i = 0; i < 13; i++) s.add(at(790, 850, leafShape(r.between(230, 360), 30, r.pick(['#2f6b4f', '#3f8560', '#215440', '#5a9c74'])), -168 + i * 13));
    s.window({ x: 60, y: -40, turn: 8, colour: '#fdf6dc', opacity: .5, pane: [280, 380] });
  }),

  'terra-monstera': scene(208, tall, (s, r) => {
    s.ground([[0, '#204238'], [1, '#0f241f']]).glow(820, 220, 360, '#8fb58a', .35);
    for (const [x, y, t, k] of [[560, 760, -150, .8], [520, 720, -112, .95], [600, 700, -62, 1], [640, 780, -24, .82], [470, 800, 170, .72], [560, 660, -88, .86]]) s.add(line(`M545 980 Q 545 ${y} ${x} ${y}`, '#2f6b45', 13), at(x, y, monstera(s, 300 * k, r.pick(['#5fa86e', '#4c9360', '#79bb7d']), '#1c5138'), t));
    s.add(`<rect y="1190" width="${W}" height="160" fill="#d2b48f"/>`, at(545, 1250, pot(s, r, 'pot', 340, 300, { clay: '#e6dac5', bands: [[.4, 22, '#c8694a'], [.55, 8, '#23413a']], speckle: 80 })));
    s.window({ x: 480, y: -80, turn: 12, colour: '#e9ffe0', opacity: .4, pane: [260, 380] });
  }),

  'terra-tools': scene(209, square, (s, r) => {
    s.ground([[0, '#c9a07d'], [1, '#b0835f']]).texture('fibre', .3, 'multiply', 0, square, 90);
    s.add(at(300, 330, cast(lit(`<path d="${blob(r, 210, .08, 9)}" fill="#b7714c"/>`, 'puffXL'), 'shadowL')));
    s.add(at(560, 560, loopTool('#8a4f2c', 1.1), 14), at(680, 560, loopTool('#a8673c', .8), 14), at(800, 640, brush('#2f5f58', '#efe2c8', '#2d5f88'), 16), at(900, 600, brush('#b5472f', '#efe2c8', '#b5472f'), 20));
    s.add(at(250, 800, cast(lit(`<path d="${blob(r, 130, .12, 10)}" fill="#eac069"/>`, 'puffM') + [...Array(40)].map(() => ellipse(r.between(-95, 95), r.between(-95, 95), r.between(3, 9), r.between(3, 8), '#a9772d', 'opacity=".6"')).join(''), 'shadowM')));
    s.add(at(800, 250, plate(s, r, 150, [[1, '#f3ece0'], [.8, '#2d5f88'], [.72, '#2a557b']], { speckle: 10 })));
    s.add(line('M420 960 C 560 860 640 1040 800 960', '#9a9fa2', 5), cast(`<rect x="380" y="930" width="26" height="80" rx="12" fill="#7c4a2b"/><rect x="800" y="920" width="26" height="80" rx="12" fill="#7c4a2b"/>`, 'shadowS'));
    s.window({ x: 300, y: -160, turn: 16, colour: '#fff2d2', opacity: .55 });
  }),

  'terra-nest': scene(210, square, (s, r) => {
    s.ground([[0, '#e8e2d6'], [1, '#d0c6b4']]).texture('cloud', .25, 'soft-light');
    const blues = ['#1d3557', '#27507d', '#3a74a3', '#69a3c4', '#a8cbdc', '#e3eef0'];
    blues.forEach((c, i) => s.add(at(540 - i * 12, 560 - i * 14, plate(s, r, 440 - i * 68, [[1, '#efe7d8'], [.965, c]], { speckle: 50, spot: '#0f1c30', deep: true }))));
    s.window({ x: 60, y: -140, turn: 10, colour: '#fffdf2', opacity: .5 }).leafShade({ x: 1040, y: 120, turn: 140, opacity: .18 });
  }),

  'terra-yard': scene(211, tall, (s, r) => {
    s.ground([[0, '#8ec3d6'], [.5, '#d6e6e2'], [1, '#f0dcc0']]);
    s.add(`<path d="M0 260 H ${W} V 1350 H 0Z" fill="${s.linear([[0, '#f6ead8'], [1, '#e6cdb0']])}"/>`, `<path d="M0 260 H 1080 v34 H 0z" fill="#c0714c"/>`).texture('cloud', .3, 'soft-light');
    for (let i = 0; i < 14; i++) s.add(`<path d="M${i * 80} 240 a40 34 0 0 1 80 0 v34 h-80z" fill="${i % 2 ? '#c97a52' : '#b7643f'}"/>`);
    s.add(arch(380, 1120, 380, 700, '#2f6f88'), arch(404, 1120, 332, 668, '#3f8aa3'), `<path d="M570 452 V 1120" stroke="#2a6178" stroke-width="8"/><circle cx="596" cy="800" r="11" fill="#e9c46a"/>`);
    for (let i = 0; i < 3; i++) s.add(`<rect x="${330 - i * 40}" y="${1110 + i * 46}" width="${480 + i * 80}" height="48" fill="${['#e7d3b7', '#d9c2a2', '#cbb08d'][i]}"/>`);
    s.add(`<rect y="1240" width="${W}" height="110" fill="#d8a985"/>`);
    for (const [x, y, w, h, kind, clay, len] of [[150, 1230, 200, 200, 'pot', '#c8693f', 330], [300, 1260, 130, 130, 'pot', '#e9dfcf', 190], [930, 1230, 220, 230, 'jug', '#2f6f73', 420], [800, 1270, 140, 120, 'bowl', '#d9a441', 150]]) {
      for (let i = 0; i < 15; i++) s.add(at(x, y - h + 8, leafShape(r.between(.6, 1) * len, 22, r.pick(['#3c7a55', '#56966b', '#2c5f45', '#7fae6d'])), -165 + i * 10.8));
      s.add(at(x, y, pot(s, r, kind, w, h, { clay, speckle: 30 })));
    }
    for (let i = 0; i < 150; i++) { const x = 780 + r.between(-160, 320), y = 320 + Math.abs(r.between(-1, 1)) * 330 * r.next(); s.add(at(x, y, `<path d="${blob(r, r.between(8, 20), .2, 6)}" fill="${r.pick(['#d6457a', '#e86a98', '#b92e63', '#4f8f5d', '#3a7348'])}"/>`)); }
    s.window({ x: -140, y: 200, turn: 8, colour: '#fff6d8', opacity: .45, pane: [360, 460] }).leafShade({ x: -20, y: 340, turn: 20, scale: 1.9, opacity: .24 });
  }),

  'terra-gold': scene(212, square, (s, r) => {
    s.ground([[0, '#1f2430'], [1, '#11141c']]).texture('cloud', .14, 'soft-light').glow(220, 160, 300, '#596a8c', .4);
    s.add(at(540, 560, plate(s, r, 400, [[1, '#4b5768'], [.95, '#8fa7b3'], [.7, '#7b95a4'], [.4, '#668294']], { deep: true })));
    for (const d of ['M-376 -56 C -250 -10 -200 -120 -60 -40 S 120 60 384 10', 'M-60 -40 C -90 80 -20 160 -84 366', 'M120 20 C 160 -120 110 -220 172 -326', 'M-90 180 C 0 220 90 190 184 318']) s.add(at(540, 560, line(d, '#8a6415', 15, 'opacity=".8"') + line(d, '#f2c75c', 10) + line(d, '#fff0b8', 3, 'opacity=".8"')));
    s.window({ x: -20, y: -140, turn: -10, colour: '#dfe9ff', opacity: .5 });
  }),

  'terra-mugs': scene(213, tall, (s, r) => {
    s.ground([[0, '#e7c7b2'], [1, '#d4a78d']]);
    for (let y = 40; y < tall; y += 74) for (let x = 40; x < W; x += 74) s.add(ellipse(x, y, 7, 7, '#a3765d', 'opacity=".45"'));
    const colours = ['#2f6f73', '#f1e7d6', '#d9a441', '#a3442b', '#36506b', '#7f9a7a', '#efe0cd', '#22303a', '#d58f7c', '#6b8f8a', '#e9dfcd', '#7a3b2a'];
    colours.forEach((c, i) => { const x = 210 + (i % 3) * 320, y = 330 + Math.floor(i / 3) * 320; s.add(cast(`<rect x="${x + 60}" y="${y - 214}" width="70" height="20" rx="10" fill="#8c5c36"/>`, 'shadowS'), at(x - 16, y, pot(s, r, 'cylinder', 210, 200, { clay: '#c47b54', glaze: c, dip: [.6, .75, .68][i % 3], handle: true, speckle: 60, bands: i % 2 ? [[.62, 7, '#fff7ea']] : [] }), r.between(-3, 3))); });
    s.window({ x: 80, y: -120, turn: 12, colour: '#fff4dc', opacity: .55 });
  }),

  'terra-tea': scene(214, tall, (s, r) => {
    s.ground([[0, '#c98c95'], [.7, '#9c5f72'], [1, '#7b4760']]).texture('cloud', .22, 'soft-light');
    s.add(`<circle cx="300" cy="380" r="210" fill="#f2c4a8" opacity=".75"/>`, `<path d="M0 900 H ${W} V 1350 H 0Z" fill="${s.linear([[0, '#5e2f3f'], [1, '#3b1c2a']])}"/>`).texture('fibre', .25, 'multiply', 900, 450);
    s.add(at(580, 1080, cast(line('M-190 -190 C -330 -190 -330 -330 -400 -340', '#efe4d2', 50) + line('M200 -300 C 400 -330 400 -60 190 -90', '#efe4d2', 36), 'shadowS')), at(580, 1080, pot(s, r, 'moon', 470, 390, { clay: '#b56a47', glaze: '#efe4d2', dip: .72, rim: false, speckle: 130 })), at(580, 700, cast(`<path d="M-120 6 C -90 -50 90 -50 120 6 Q 0 34 -120 6Z" fill="#efe4d2"/><circle cy="-56" r="27" fill="#b5472f"/>`, 'shadowS')));
    for (const [x, y, c] of [[190, 1170, '#7f9a7a'], [900, 1200, '#d9a441']]) s.add(at(x, y, pot(s, r, 'bowl', 230, 140, { clay: '#8a5136', glaze: c, dip: .7 })), steam(x, y - 170, 260, .6));
    s.window({ x: 520, y: -120, turn: 12, colour: '#ffe3cf', opacity: .45, pane: [240, 360] });
  }),

  'terra-cacti': scene(215, tall, (s, r) => {
    s.ground([[0, '#f3d9a5'], [1, '#e6b770']]).texture('cloud', .22, 'soft-light');
    s.add(`<rect y="1090" width="${W}" height="260" fill="${s.linear([[0, '#fbf3e4'], [.08, '#ead9bd'], [1, '#cfb68f']])}"/>`);
    for (const [x, w, h, pw, ph, c, o] of [[230, 190, 330, 230, 220, '#4c8f6d', { clay: '#c8693f', bands: [[.5, 20, '#f2e6d4']] }], [560, 250, 520, 290, 260, '#2f7357', { clay: '#f2e9db', bands: [[.3, 14, '#2f5f6d'], [.46, 14, '#2f5f6d'], [.62, 14, '#2f5f6d']] }], [880, 230, 200, 240, 200, '#6aa67d', { clay: '#8a4b33', glaze: '#e2a93f', dip: .5 }]]) {
      s.add(at(x, 1190 - ph + 14, cactus(s, r, w, h, c)), at(x, 1190, pot(s, r, 'pot', pw, ph, { ...o, rim: false })));
    }
    s.add(at(560, 430, cast([...Array(8)].map((_, i) => at(0, 0, leafShape(62, 22, i % 2 ? '#f0668a' : '#e0436f'), i * 45)).join('') + '<circle r="18" fill="#ffd76a"/>', 'shadowS')));
    s.window({ x: 420, y: -80, turn: 14, colour: '#fffbe2', opacity: .6, pane: [250, 360] }).leafShade({ x: 20, y: 120, turn: 10, scale: 1.5, opacity: .16 });
  }),

  'terra-stripes': scene(216, square, (s, r) => {
    s.ground([[0, '#b9c4ae'], [1, '#8f9f86']]).texture('cloud', .22, 'soft-light');
    s.add(cast(ellipse(480, 960, 300, 60, '#7c5a41') + ellipse(480, 946, 300, 60, '#a37a58'), 'shadowM'));
    s.add(at(480, 950, pot(s, r, 'vase', 560, 760, { clay: '#f1e8d9', bands: [[.2, 18, '#2d5f88'], [.27, 6, '#2d5f88'], [.42, 30, '#2d5f88'], [.52, 6, '#2d5f88'], [.6, 14, '#2d5f88']], speckle: 90 })));
    s.add(at(775, 640, brush('#a8673c', '#efe2c8', '#2d5f88'), -66, 1.15), at(930, 930, pot(s, r, 'bowl', 210, 120, { clay: '#8a5136', glaze: '#2d5f88', dip: .8 })));
    s.window({ x: 20, y: -140, turn: 8, colour: '#fffbe8', opacity: .5 });
  }),

  'terra-trailing': scene(217, tall, (s, r) => {
    s.ground([[0, '#e9d7c8'], [1, '#d3b39c']]).texture('cloud', .25, 'soft-light');
    s.add(`<circle cx="310" cy="900" r="250" fill="#c8694a" opacity=".85"/>`, arch(600, 1350, 380, 720, '#8aa08a'));
    s.add(cast(`<rect x="120" y="560" width="840" height="34" rx="4" fill="#8c5c36"/>`, 'shadowM'));
    s.add(at(330, 560, pot(s, r, 'moon', 250, 250, { clay: '#22303a', bands: [[.5, 10, '#d9a441']] })), at(800, 560, pot(s, r, 'bottle', 170, 340, { clay: '#c8693f', glaze: '#efe4d2', dip: .5 })));
    for (let v = 0; v < 9; v++) { let x = 440 + v * 26, y = 350; for (let i = 0; i < 12 + v * 2 % 9; i++) { const nx = x + r.between(-26, 26), ny = y + 54; s.add(line(`M${x} ${y} L ${nx} ${ny}`, '#3c6b4b', 4), at(nx, ny, `<path d="M0 0 C 18 -34 56 -26 54 0 C 56 26 18 34 0 0Z" fill="${r.pick(['#4c9360', '#6fb07a', '#377a52', '#93c78f'])}"/>`, i % 2 ? r.between(-20, 40) : r.between(140, 200))); x = nx; y = ny; } }
    s.add(at(550, 560, pot(s, r, 'pot', 260, 230, { clay: '#f2e9db', bands: [[.45, 40, '#d58f7c']], rim: false })));
    for (let i = 0; i < 16; i++) s.add(at(550 + r.between(-110, 110), 340 + r.between(-30, 10), `<path d="M0 0 C 22 -42 66 -32 64 0 C 66 32 22 42 0 0Z" fill="${r.pick(['#4c9360', '#6fb07a', '#377a52'])}"/>`, r.between(-160, -20)));
    s.window({ x: 340, y: 60, turn: 14, colour: '#fff3da', opacity: .5 });
  }),

  'terra-fruit': scene(218, square, (s, r) => {
    s.ground([[0, '#efe6d8'], [1, '#ded0bc']]);
    s.add(terrazzo(s, r, W, square, ['#c46a4a', '#2f5f58', '#e0ad55', '#8a8178', '#d9a79a', '#27343a', '#9fb6a4'], 330));
    s.add(at(540, 550, plate(s, r, 380, [[1, '#b56a47'], [.95, '#2f5f58'], [.7, '#3a7268']], { deep: true })));
    s.add(at(430, 450, lemon(s, 0), 30), at(660, 470, lemon(s, 0), -30), at(540, 690, lemon(s, 0), 80), at(420, 640, cast(lit(`<circle r="104" fill="${s.radial([[0, '#d9475a'], [1, '#8f1f35']])}"/>`, 'puffL') + '<path d="M-26 -18 l 10 -26 16 18 16 -18 10 26z" fill="#6b1526"/>', 'shadowM')), at(680, 640, cast(lit(`<circle r="92" fill="${s.radial([[0, '#7d5a8f'], [1, '#3f2850']])}"/>`, 'puffL'), 'shadowM')), at(545, 550, leafShape(150, 40, '#5d9a68'), 30), at(545, 550, leafShape(130, 36, '#3f7f52'), -40));
    s.window({ x: 120, y: -160, turn: 12, colour: '#fffbe6', opacity: .55 });
  }),
};
