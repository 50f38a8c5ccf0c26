// Whether two names refer to the same thing, and by which names a thing can be referred to.
import type { Compilation } from '@crit-lang/language/compile.js';
import { nameKey } from '@crit-lang/vocabulary/name-key.js';
import type { Referent } from './referent.js';

const INDEX = '.index';

/** A criterion that follows from a cohort or the header stands for what declares it; a cohort that nobody declares, for the protocol. */
export function declaringReferent(referent: Referent, { document }: Compilation): Referent {
    if (referent.kind === 'criterion' && referent.id.endsWith(INDEX)) {
        const cohort = referent.id.slice(0, -INDEX.length);
        if (document.cohorts.some(({ id }) => id === cohort)) return { kind: 'cohort', id: cohort };
    }
    if (referent.kind === 'cohort' && document.cohorts.some(({ id, implicit }) => implicit && id === referent.id)) return { kind: 'protocol', id: referent.id };
    return referent;
}

/** Both must be declaring referents. */
export function isSame(one: Referent, other: Referent): boolean {
    switch (one.kind) {
        case 'term':
            return other.kind === 'term' && one.hits.some(({ term }) => other.hits.some((hit) => sameKey(hit.term.id, term.id)));
        case 'definition':
        case 'anchor':
            return other.kind === one.kind && sameKey(one.name, other.name);
        case 'parameter':
            return other.kind === 'parameter' && one.definition === other.definition && sameKey(one.name, other.name);
        case 'cohort':
        case 'criterion':
        case 'protocol':
            return other.kind === one.kind && one.id === other.id;
        case 'diagnostic':
            return other.kind === 'diagnostic' && one.name === other.name;
        case 'grade':
            return other.kind === 'grade' && sameKey(one.scale.id, other.scale.id) && sameKey(one.value, other.value);
        case 'component':
            return other.kind === 'component' && sameKey(one.scale.id, other.scale.id) && sameKey(one.component, other.component);
    }
}

/** The names that it can go by. */
export function namesOf(referent: Referent): string[] {
    switch (referent.kind) {
        case 'term':
            return referent.hits.flatMap(({ term, name }) => [term.id, name, ...(term.title === null ? [] : [term.title]), ...term.synonyms]);
        case 'definition':
        case 'anchor':
        case 'parameter':
        case 'diagnostic':
            return [referent.name];
        case 'cohort':
        case 'criterion':
        case 'protocol':
            return [referent.id];
        case 'grade':
            return [referent.value];
        case 'component':
            return [referent.component];
    }
}

function sameKey(a: string, b: string): boolean {
    return nameKey(a) === nameKey(b);
}
