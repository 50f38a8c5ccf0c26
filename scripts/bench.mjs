// `npm run bench [NAME…]`: runs the benchmarks one after the other and prints each figure beside its goal. Nothing here is a test.
import { requireNodeVersion } from './node-version.mjs';

requireNodeVersion();
const { build } = await import('./build.mjs');
const { install } = await import('./install.mjs');
const { benchmarks } = await import('./bench/list.mjs');

const wanted = process.argv.slice(2);
await install();
await build();
for (const { name, goal, run } of benchmarks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    console.log(`${name}: ${goal}`);
    for (const line of await run()) console.log(`  ${line}`);
}
