// recursive-definition: a definition that uses itself, directly or through others, says nothing.
import type { SourceRange } from '@crit-lang/model/criteria/source.js';
import { walkCondition } from '@crit-lang/model/criteria/walk.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { ModelCheck } from './model-checks.js';

interface Use {
    of: string;
    range: SourceRange | undefined;
}

export const recursiveDefinition: ModelCheck = {
    name: 'recursive-definition',
    run({ document, report }) {
        const uses = new Map<string, Use[]>();
        for (const definition of document.definitions) {
            const found: Use[] = [];
            walkCondition(definition.rule, {
                condition: (condition) => {
                    if (condition.kind === 'reference') found.push({ of: nameKey(condition.definition), range: condition.range });
                },
            });
            uses.set(nameKey(definition.id), found);
        }
        const names = new Map(document.definitions.map((definition) => [nameKey(definition.id), definition.id]));
        for (const [start, direct] of uses) {
            for (const use of direct) {
                const way = wayBack(use.of, start, uses);
                if (way === null || use.range === undefined) continue;
                const through = way.slice(0, -1).map((key) => `'${names.get(key) ?? key}'`);
                report({
                    message: `'${names.get(start) ?? start}' is defined by itself${through.length === 0 ? '' : `, through ${through.join(' and ')}`}, so nobody can tell what it means. Say here what is meant without using it.`,
                    range: use.range,
                });
            }
        }
    },
};

/** The keys on a shortest way from one definition to another, the last one included; null when there is none. */
function wayBack(from: string, to: string, uses: ReadonlyMap<string, readonly Use[]>): string[] | null {
    const cameFrom = new Map<string, string | null>([[from, null]]);
    const queue = [from];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        if (next === to) {
            const way: string[] = [];
            for (let at: string | null = next; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at);
            return way;
        }
        for (const { of } of uses.get(next) ?? []) {
            if (cameFrom.has(of)) continue;
            cameFrom.set(of, next);
            queue.push(of);
        }
    }
    return null;
}
