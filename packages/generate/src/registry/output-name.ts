// File names of generated texts, safe on every platform and inside the output folder whatever the protocol is called.
import type { CriteriaDocument } from '@crit-lang/model/criteria/document.js';

const LONGEST = 60;

/** "Breakfree1.registry.txt": the protocol's id with everything but letters, digits, '-' and '_' replaced; "protocol" when nothing is left. */
export function outputName(document: CriteriaDocument, target: string, extension: string): string {
    const id = document.protocol?.id ?? '';
    const safe = id
        .replace(/[^A-Za-z0-9_-]+/gu, '-')
        .replace(/^[-_]+|[-_]+$/gu, '')
        .slice(0, LONGEST);
    return `${safe === '' ? 'protocol' : safe}.${target}${extension}`;
}
