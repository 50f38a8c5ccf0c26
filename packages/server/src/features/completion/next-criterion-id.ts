// The id that the next criterion of a protocol would have.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';

/** One more than the highest number after the prefix of the last criterion of that kind: I-3 after I-1 and I-2; I-1 or E-1 where there is none. */
export function nextCriterionId(document: CriteriaDocument, kind: 'include' | 'exclude'): string {
    const written = document.criteria.filter((criterion) => criterion.origin === 'written' && criterion.kind === kind);
    const prefix = /^(.*?)(\d+)$/.exec(written[written.length - 1]?.id ?? '')?.[1] ?? (kind === 'include' ? 'I-' : 'E-');
    const numbers = document.criteria.flatMap(({ id }) =>
        id.startsWith(prefix) && /^\d{1,6}$/.test(id.slice(prefix.length)) ? [Number(id.slice(prefix.length))] : [],
    );
    return `${prefix}${Math.max(0, ...numbers) + 1}`;
}
