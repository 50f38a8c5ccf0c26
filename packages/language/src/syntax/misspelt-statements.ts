// Recognises statements whose first word is misspelt or capitalised (INCLUDE, exclusion), so that they are reported and still read.
import type { Token } from './parser/token.js';
import { keywordType, makeToken } from './parser/token.js';

/** A word that was read as another one. */
export interface MisspeltStatement {
    token: Token;
    meant: string;
}

const STATEMENTS = ['include', 'exclude', 'define', 'protocol', 'cohort'];

/** What people write for them. */
const ALSO_WRITTEN: Readonly<Record<string, string>> = {
    inclusion: 'include',
    includes: 'include',
    included: 'include',
    exclusion: 'exclude',
    excludes: 'exclude',
    excluded: 'exclude',
    definition: 'define',
    study: 'protocol',
    trial: 'protocol',
    group: 'cohort',
};

const AFTER_ID: ReadonlySet<string> = new Set(['STRING', 'OPEN_STRING', '{', 'for']);

/** Replaces such words by the keywords that are meant. A statement shows by what follows: an identifier, then a title or a block. */
export function readMisspeltStatements(tokens: Token[]): MisspeltStatement[] {
    const found: MisspeltStatement[] = [];
    for (let index = 0; index < tokens.length; index++) {
        const token = tokens[index] as Token;
        if (
            !token.startsLine ||
            token.tokenType.name !== 'ID' ||
            tokens[index + 1]?.tokenType.name !== 'ID' ||
            !AFTER_ID.has(tokens[index + 2]?.tokenType.name ?? '')
        )
            continue;
        const meant = statementMeant(token.image);
        const type = meant === undefined ? undefined : keywordType(meant);
        if (meant === undefined || type === undefined) continue;
        found.push({ token, meant });
        tokens[index] = makeToken(type, token.image, token.startOffset, true);
    }
    return found;
}

function statementMeant(written: string): string | undefined {
    const lower = written.toLowerCase();
    return STATEMENTS.find((word) => word === lower) ?? ALSO_WRITTEN[lower] ?? STATEMENTS.find((word) => isNear(lower, word));
}

/** One letter is wrong, missing or too much. */
function isNear(written: string, word: string): boolean {
    if (Math.abs(written.length - word.length) > 1 || written.length < 5) return false;
    let same = 0;
    while (same < word.length && written[same] === word[same]) same++;
    const ends = (skipWritten: number, skipWord: number): boolean => written.slice(same + skipWritten) === word.slice(same + skipWord);
    return ends(1, 1) || ends(0, 1) || ends(1, 0) || (written[same] === word[same + 1] && written[same + 1] === word[same] && ends(2, 2));
}
