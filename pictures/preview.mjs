// node preview.mjs PREFIX FILE [columns]: one contact sheet of the committed pictures, to look at the feed as a whole.
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const [prefix, file, columns = '5'] = process.argv.slice(2);
const folder = fileURLToPath(new URL('../src/Directino.Sandbox/Cast/Pictures/', import.meta.url));
const names = (await readdir(folder)).filter(n => n.startsWith(prefix)).sort();
const [w, h, n] = [320, 400, Number(columns)];
const tiles = await Promise.all(names.map(async (name, i) => ({ input: await sharp(folder + name).resize(w, h, { fit: 'cover' }).toBuffer(), left: (i % n) * (w + 6), top: Math.floor(i / n) * (h + 6) })));
await sharp({ create: { width: n * (w + 6), height: Math.ceil(names.length / n) * (h + 6), channels: 3, background: '#fff' } }).composite(tiles).png().toFile(file);
console.log(names.join(' '));
