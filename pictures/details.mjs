// The second look at a scene: closer, from the other side, in another light. A page's feed shows the same things again, never the same picture.

const looks = {
  'nora-boule-close': ['nora-boule', 250, 380, 560, { mirror: true }],
  'nora-croissants-close': ['nora-croissants', 200, 300, 700, { mirror: true }],
  'nora-latte-close': ['nora-latte', 90, 160, 780, { mirror: true }],
  'nora-buns-close': ['nora-buns', 120, 380, 600, { mirror: true }],
  'nora-shelf-close': ['nora-shelf', 60, 560, 700, { mirror: true }],
  'nora-tart-close': ['nora-tart', 330, 200, 600, { mirror: true }],
  'nora-cake-close': ['nora-cake', 120, 330, 780, { mirror: true, hue: 40 }],
  'nora-front-close': ['nora-front', 100, 330, 640, { mirror: true, dusk: true }],
  'nora-lemon-close': ['nora-lemon', 200, 240, 640, { mirror: true, hue: -36 }],
  'terra-vase-close': ['terra-vase', 230, 360, 640, { mirror: true, hue: 158 }],
  'terra-shelves-close': ['terra-shelves', 60, 350, 640, { mirror: true }],
  'terra-tiles-close': ['terra-tiles', 170, 280, 620, { mirror: true }],
  'terra-plates-close': ['terra-plates', 500, 80, 580, { mirror: true }],
  'terra-mugs-close': ['terra-mugs', 40, 420, 680, { mirror: true }],
  'terra-monstera-close': ['terra-monstera', 250, 330, 600, { mirror: true }],
  'terra-yard-close': ['terra-yard', 330, 200, 750, { mirror: true }],
  'terra-stripes-close': ['terra-stripes', 250, 200, 640, { mirror: true, hue: 170 }],
  'terra-wheel-close': ['terra-wheel', 200, 300, 680, { mirror: true }],
};

// Cut out of the painted scene, not out of the drawing: light and relief are computed in pixels and would change with the scale.
export function details(scenes) {
  return Object.fromEntries(Object.entries(looks).map(([name, [source, left, top, w, { mirror, hue, dusk }]]) => [name, () => {
    const { svg, width, height } = scenes[source]();
    const tall = Math.round(Math.min(w * 1.25, height - top));
    const filter = [hue && `hue-rotate(${hue}deg)`, dusk && 'brightness(.72) saturate(1.25) contrast(1.1)'].filter(Boolean).join(' ') || 'none';
    return { svg: `<div style="filter:${filter}">${svg}</div>`, width, height, cut: { left, top, width: Math.round(tall / 1.25), height: tall }, mirror };
  }]));
}
