// Answers that several questions need: found once for each choice of readings.
import type { DocumentAnalysis, World } from '../document-analysis.js';

export function oncePerWorld<Result>(find: (analysis: DocumentAnalysis, world: World) => Result): typeof find {
    const found = new WeakMap<World, { readonly result: Result }>();
    return (analysis, world) => {
        let known = found.get(world);
        if (known === undefined) found.set(world, (known = { result: find(analysis, world) }));
        return known.result;
    };
}
