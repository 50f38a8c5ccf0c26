// Whole criteria that most protocols have, with tab stops: found by their keyword or by any word of what they are about.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { TypedStart } from '@crit-lang/language/syntax/completion/completion-context.js';
import { writeName } from '@crit-lang/language/syntax/write-name.js';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Candidate } from './candidate.js';
import { RANK } from './candidate.js';
import { nextCriterionId } from './next-criterion-id.js';

interface WholeCriterion {
    kind: 'include' | 'exclude';
    label: string;
    title: string;
    /** Further words that it is found by. */
    words: string;
    /** Its lines, in the editor's snippet syntax from tab stop 3 on; the point is where the protocol judges its criteria. */
    lines: (point: string) => string;
}

const WHOLE_CRITERIA: readonly WholeCriterion[] = [
    {
        kind: 'include',
        label: 'age range',
        title: 'Age',
        words: 'years adult adolescent',
        lines: () => 'age from ${3:18 years} to ${4:75 years}',
    },
    {
        kind: 'include',
        label: 'informed consent',
        title: 'Informed consent',
        words: 'signed written agrees',
        lines: () => 'consents to "${3:taking part in the study}"',
    },
    {
        kind: 'include',
        label: 'diagnosis',
        title: 'Diagnosis',
        words: 'classification disease duration',
        lines: (point) => `diagnosed with \${3:SLE} at least \${4:6 months} before \${5:${point}}`,
    },
    {
        kind: 'include',
        label: 'laboratory limit',
        title: 'Kidney function',
        words: 'lab value creatinine hemoglobin platelets',
        lines: (point) => `\${3:creatinine} <= \${4:1.5} \${5:mg/dL} at \${6:${point}}`,
    },
    {
        kind: 'include',
        label: 'limit in multiples of normal',
        title: 'Liver function',
        words: 'ULN lab liver AST ALT bilirubin upper',
        lines: (point) => `all of { \${3:AST, ALT} } <= \${4:3} x ULN at \${5:${point}}`,
    },
    {
        kind: 'include',
        label: 'stable dose',
        title: 'Stable background treatment',
        words: 'background treatment unchanged',
        lines: (point) => `uses \${3:methotrexate} at a stable dose for at least \${4:4 weeks} before \${5:${point}}`,
    },
    {
        kind: 'include',
        label: 'inadequate response',
        title: 'Inadequate response to earlier treatment',
        words: 'refractory failure previous therapy',
        lines: () => 'inadequate response to at least ${3:2} of { ${4:methotrexate, azathioprine, mycophenolate} } each used for at least ${5:3 months}',
    },
    {
        kind: 'include',
        label: 'contraception',
        title: 'Contraception',
        words: 'birth control childbearing potential pregnancy',
        lines: (point) =>
            `if childbearing potential {\n    agrees to "\${3:use highly effective contraception}" until \${4:6 months} after \${5:${point}}\n  }`,
    },
    {
        kind: 'exclude',
        label: 'pregnancy or breastfeeding',
        title: 'Pregnancy or breastfeeding',
        words: 'pregnant lactating',
        lines: () => 'pregnant\n  breastfeeding${3}',
    },
    {
        kind: 'exclude',
        label: 'washout',
        title: 'Earlier treatment',
        words: 'prior treatment drugs within weeks table',
        lines: (point) => `used before \${3:${point}} {\n    \${4:rituximab}: within \${5:6 months}\n    \${6:cyclophosphamide}: within \${7:3 months}\n  }`,
    },
    {
        kind: 'exclude',
        label: 'recent treatment',
        title: 'Recent treatment',
        words: 'prior drug within weeks before',
        lines: (point) => `used \${3:live vaccine} within \${4:4 weeks} before \${5:${point}}`,
    },
    {
        kind: 'exclude',
        label: 'infection screen',
        title: 'Viral infection',
        words: 'hepatitis HBV HCV HIV positive',
        lines: (point) => `any of { \${3:HBsAg, anti-HCV, HIV test} } positive at \${4:${point}}`,
    },
    {
        kind: 'exclude',
        label: 'recent event',
        title: 'Recent cardiovascular event',
        words: 'stroke infarction history within months',
        lines: (point) => `had any of { \${3:stroke, myocardial infarction} } within \${4:6 months} before \${5:${point}}`,
    },
    {
        kind: 'exclude',
        label: 'malignancy',
        title: 'Malignancy',
        words: 'cancer history years',
        lines: (point) => `had malignancy within \${3:5 years} before \${4:${point}}`,
    },
];

/** The criteria that fit what is typed where a criterion can begin. */
export function criterionCandidates(start: TypedStart, compilation: Compilation): Candidate[] {
    const begins = start.expected.some(({ token, place }) => token === 'include' && (place.outer?.rule === 'Statement' || place.outer?.rule === 'Section'));
    if (!begins) return [];
    const typed = start.typed
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '');
    const point = writeName(compilation.document.protocol?.defaultAnchor ?? 'screening');
    return WHOLE_CRITERIA.flatMap(({ kind, label, title, words, lines }, order) => {
        const known = `${kind} ${label} ${words}`.toLowerCase().split(' ');
        if (!typed.every((word) => known.some((each) => each.startsWith(word)))) return [];
        const id = nextCriterionId(compilation.document, kind);
        return {
            label: `${kind}: ${label}`,
            description: 'whole criterion',
            help: `Writes ${kind === 'include' ? 'an inclusion' : 'an exclusion'} criterion: ${label}.`,
            kind: CompletionItemKind.Snippet,
            insert: `${kind} \${1:${id}} "\${2:${title}}" {\n  ${lines(point)}\n}$0`,
            snippet: true,
            // Found by words that the label need not begin with.
            filter: start.typed === '' ? label : start.typed,
            rank: RANK.phrase + 1 + order / 100,
            start: start.offset,
        };
    });
}
