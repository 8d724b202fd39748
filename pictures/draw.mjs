// node draw.mjs [name ...]   draws all pictures (or the named ones) into src/Directino.Sandbox/Cast/Pictures.
// The shapes are seeded, so the same script gives the same picture; Chromium paints, sharp writes progressive JPEG.

import { mkdir, readdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { bakery } from './bakery.mjs';
import { ceramics } from './ceramics.mjs';
import { details } from './details.mjs';
import { faces } from './faces.mjs';

const out = fileURLToPath(new URL('../src/Directino.Sandbox/Cast/Pictures/', import.meta.url));
const wanted = new Set(process.argv.slice(2));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'] });
const page = await browser.newPage();
await mkdir(out, { recursive: true });

for (const [name, picture] of Object.entries({ ...bakery, ...ceramics, ...details({ ...bakery, ...ceramics }), ...faces })) {
  if (wanted.size && ![...wanted].some(w => name.includes(w))) continue;
  const { svg, width, height, size, cut, mirror } = picture();
  await page.setViewportSize({ width, height });
  await page.setContent(`<body style="margin:0;background:#fff">${svg}</body>`);
  const png = await page.screenshot({ clip: { x: 0, y: 0, width, height } });
  const shot = cut ? sharp(png).extract(cut).flop(mirror).resize(1080, 1350, { kernel: 'lanczos3' }) : sharp(png).resize(size ?? width);
  await shot.removeAlpha().toColourspace('srgb').jpeg({ quality: size ? 84 : 78, progressive: true, mozjpeg: true, chromaSubsampling: '4:2:0' }).toFile(`${out}${name}.jpg`);
  console.log(name);
}

await browser.close();
let total = 0;
for (const file of await readdir(out)) total += (await stat(out + file)).size;
console.log(`${(total / 1024 / 1024).toFixed(2)} MB in all`);
