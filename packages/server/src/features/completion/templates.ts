// Templates with tab stops: whole criteria and the parts of a line that want more than one word.
import type { Compilation } from '@crit-lang/language/compile.js';
import type { GrammarPlace } from '@crit-lang/language/syntax/completion/grammar-walk.js';
import { nextCriterionId } from './next-criterion-id.js';

type Template = (compilation: Compilation) => string;

const criterion =
    (kind: 'include' | 'exclude'): Template =>
    ({ document }) =>
        `${kind} \${1:${nextCriterionId(document, kind)}} "\${2:Title}" {\n  wording "\${3:Original text}"\n  $0\n}`;

const point: Template = ({ document }) => document.protocol?.defaultAnchor ?? 'screening';

const STATEMENTS: Readonly<Record<string, Template>> = {
    protocol: () =>
        'protocol ${1:Name} "${2:Title}" {\n  registry ${3:NCT00000000}\n  version "${4:1.0}"\n  age from ${5:18} years\n  sex ${6|all,female,male|}\n  healthy volunteers ${7|no,yes|}\n  timeline ${8:consent, screening, baseline}\n  assessed ${9:screening}\n}\n$0',
    cohort: () => 'cohort ${1:ID} "${2:Title}" with ${3:disease}',
    include: criterion('include'),
    exclude: criterion('exclude'),
    for: () => 'for ${1:cohort} {\n  $0\n}',
    define: () => 'define ${1:name} {\n  $0\n}',
    patient: () => 'patient "${1:Title}" {\n  $0\n  expect ${2|eligible,ineligible,unknown|}\n}',
    assert: () => 'assert ${1:A-1} "${2:Title}" for ${3:cohort} implies {\n  $0\n}',
    condition: () => 'condition ${1:name} {\n  is a ${2:class}\n  definition "${3}"\n  plain "${4}"\n}',
    drug: () => 'drug ${1:name} {\n  is a ${2:class}\n  definition "${3}"\n  plain "${4}"\n}',
    lab: () => 'lab ${1:name} {\n  unit ${2:mg/dL}\n  definition "${3}"\n  plain "${4}"\n}',
    score: () => 'score ${1:name} {\n  range ${2:0} to ${3:10} step ${4:1}\n  definition "${5}"\n}',
    test: () => 'test ${1:name} {\n  definition "${2}"\n  plain "${3}"\n}',
    fact: () => 'fact ${1:name} {\n  definition "${2}"\n  plain "${3}"\n}',
};

const PARTS: Readonly<Record<string, Readonly<Record<string, Template>>>> = {
    TextNote: Object.fromEntries(['wording', 'short', 'plain', 'rationale', 'note', 'source'].map((word) => [word, () => `${word} "$1"`])),
    Prose: { statement: () => 'statement "$1"' },
    Judgement: { judgement: () => 'judgement "$1" by ${2:investigator}' },
    Unspecified: { unspecified: () => 'unspecified "${1:What the source does not say}"' },
    Attestation: Object.fromEntries(['agrees to', 'consents to', 'willing to', 'able to'].map((phrase) => [phrase, () => `${phrase} "$1"`])),
    Guard: { if: () => 'if ${1:female} {\n  $0\n}', unless: () => 'unless ${1:condition} {\n  $0\n}' },
    Group: Object.fromEntries(['any of', 'all of', 'none of', 'each of'].map((phrase) => [phrase, () => `${phrase} { $0 }`])),
    Window: {
        within: (compilation) => `within \${1:6 months} before \${2:${point(compilation)}}`,
        between: (compilation) => `between \${1:12 months} and \${2:6 months} before \${3:${point(compilation)}}`,
    },
    WashoutTable: { 'used before': (compilation) => `used before \${1:${point(compilation)}} {\n  \${2:drug}: within \${3:12 weeks}\n}` },
    RepetitionClause: { on: () => 'on at least ${1:2} occasions at least ${2:1 week} apart' },
    StableDoseClause: { 'at a stable dose': (compilation) => `at a stable dose for at least \${1:4 weeks} before \${2:${point(compilation)}}` },
    Change: Object.fromEntries(
        ['falls by', 'rises by', 'changes by'].map((phrase) => [phrase, () => `${phrase} >= \${1:10} % \${2|relative,absolute|} from \${3:baseline}`]),
    ),
};

/** The template for a phrase at a place, in the editor's snippet syntax; undefined where the phrase stands for itself. */
export function templateFor(phrase: string, place: GrammarPlace, compilation: Compilation): string | undefined {
    const isStatement =
        place.outer?.rule === 'Statement' || place.outer?.rule === 'Section' || (place.rule === 'TermKind' && place.outer?.outer?.rule === 'Statement');
    const templates = isStatement ? STATEMENTS : (PARTS[place.rule] ?? {});
    return Object.hasOwn(templates, phrase) ? templates[phrase]?.(compilation) : undefined;
}
