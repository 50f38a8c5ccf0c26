// All terms that a file can name, for a list to choose from.
import type { Term } from '@crit-lang/model/criteria/term.js';
import { TERM_KINDS } from '@crit-lang/model/criteria/term.js';
import { writeName } from '@crit-lang/language/syntax/write-name.js';
import { compareText } from '@crit-lang/vocabulary/name-key.js';
import { shippedTerms } from '@crit-lang/vocabulary/shipped.js';
import type { Workspace } from '../workspace/workspace.js';

export interface ListedTerm {
    name: string;
    kind: Term['kind'];
    /** Its title and synonyms. */
    names: string[];
    definition: string | null;
    /** How it is written in a criterion. */
    insert: string;
}

/** Those of the file first, each kind by name. A term that the file declares stands for the shipped one of that name. */
export function listedTerms(workspace: Workspace, uri: string): ListedTerm[] {
    const terms = (workspace.latestCompilation(uri)?.scope.terms ?? shippedTerms()).all();
    const rank = ({ origin, kind }: Term): number => (origin === 'declared' ? 0 : TERM_KINDS.length) + TERM_KINDS.indexOf(kind);
    return terms
        .toSorted((a, b) => rank(a) - rank(b) || compareText(a.id.toLowerCase(), b.id.toLowerCase()))
        .map(({ id, kind, title, synonyms, definition }) => ({
            name: id,
            kind,
            names: [...(title === null ? [] : [title]), ...synonyms],
            definition,
            insert: writeName(id),
        }));
}
