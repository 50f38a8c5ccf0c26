// A comparison as Markdown: a summary of changes for an amendment, the change of meaning beside the change of words.
import { plainWords } from '@crit-lang/analysis/amendment/wording.js';
import type { Change } from '@crit-lang/analysis/amendment/report.js';
import { CHANGE_WORDS } from '@crit-lang/analysis/amendment/report.js';
import { visibleText } from '../print/visible-text.js';
import type { DiffReport, Patients, ShownCriterion } from './diff-report.js';
import { fullMessage } from './diff-report.js';
import type { Piece, WrittenVersion } from './diff-words.js';
import { differingLines, wordPieces, wordsOfBoth } from './diff-words.js';

/** The page; ends with a newline. The versions are called as their documents call their first file. */
export function diffMarkdown(report: DiffReport, old: WrittenVersion, current: WrittenVersion): string {
    const title = report.amendment.new.protocol?.title ?? report.amendment.new.protocol?.id ?? 'Eligibility criteria';
    const changed = report.criteria.filter(({ change }) => change !== 'unchanged');
    const unchanged = report.criteria.filter(({ change }) => change === 'unchanged');
    const sections = [
        `# Summary of changes: ${plain(title)}`,
        `From ${versionName(report, 'old', old)} to ${versionName(report, 'new', current)}. ${summary(report)}`,
        ...cohortSection(report),
        '## Criteria',
        table(
            ['Criterion', 'Change of meaning', 'Earlier version', 'New version'],
            changed.map((criterion) => criterionRow(criterion, old, current)),
        ),
        unchanged.length === 0 ? '' : `Unchanged: ${unchanged.map(({ id }) => plain(id)).join(', ')}.`,
        ...patientSection(report),
        ...declarationSection(report),
        ...notAnalysedSection(report),
    ];
    return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** How many criteria there are, by what became of them. */
export function summary({ criteria }: DiffReport): string {
    const counts = new Map<Change, number>();
    for (const { change } of criteria) counts.set(change, (counts.get(change) ?? 0) + 1);
    const parts = [...counts].map(([change, count]) => `${count} ${CHANGE_WORDS[change]}`);
    const { length } = criteria;
    return `${length === 0 ? 'no' : length} ${length === 1 ? 'criterion' : 'criteria'}: ${parts.join(', ')}.`;
}

function versionName({ amendment }: DiffReport, version: 'old' | 'new', { document }: WrittenVersion): string {
    const name = amendment[version].protocol?.version ?? null;
    const path = code(document.files[0]?.path ?? '');
    return name === null ? path : `version ${plain(name)} (${path})`;
}

function cohortSection({ cohorts }: DiffReport): string[] {
    if (cohorts.length === 0) return [];
    return [
        '## Cohorts',
        table(
            ['Cohort', 'Who can qualify', 'Why'],
            cohorts.map((cohort) => [plain(cohort.id), `**${CHANGE_WORDS[cohort.change]}**`, plain(fullMessage(cohort))]),
        ),
    ];
}

function criterionRow(criterion: ShownCriterion, old: WrittenVersion, current: WrittenVersion): string[] {
    const { of, change } = criterion;
    const title = (of.new ?? of.old)?.title ?? null;
    const id = of.old !== null && of.new !== null && of.old.id !== of.new.id ? `${plain(of.new.id)} (was ${plain(of.old.id)})` : plain(criterion.id);
    const { old: before, new: now } = wordsOfBoth(old, of.old, current, of.new);
    const cells = { old: [] as string[], new: [] as string[] };
    // Paragraphs that are the same are left out of both; what is left is compared word by word.
    const { old: ones, new: others } = differingLines(before.wording, now.wording);
    const pieces = wordPieces(joined(ones), joined(others));
    if (ones.length > 0) cells.old.push(words(pieces.old, '~~', of.new !== null));
    if (others.length > 0) cells.new.push(words(pieces.new, '**', of.old !== null));
    const rules = differingLines(before.rule, now.rule);
    cells.old.push(...rules.old.map(code));
    cells.new.push(...rules.new.map(code));
    return [
        title === null ? id : `${id}<br>${plain(title)}`,
        `**${CHANGE_WORDS[change]}**<br>${plain(fullMessage(criterion))}`,
        cells.old.join('<br>'),
        cells.new.join('<br>'),
    ];
}

/** Where a paragraph ends. */
const END = '¶';

function joined(paragraphs: readonly string[]): string {
    return paragraphs.map(plainWords).join(` ${END} `);
}

function words(pieces: readonly Piece[], mark: string, isMarked: boolean): string {
    const shown = pieces.map(({ text, isShared }) => {
        const paragraphs = text.split(END).map((part) => plain(part.trim()));
        return paragraphs.map((part) => (part === '' || isShared || !isMarked ? part : `${mark}${part}${mark}`)).join('<br>');
    });
    return shown.join(' ').replace(/ ?<br> ?/gu, '<br>');
}

function patientSection({ cohorts, criteria }: DiffReport): string[] {
    const of = (name: string, patients: Patients): string[] =>
        (['gained', 'lost'] as const).flatMap((direction) => {
            const text = patients[direction]?.text ?? null;
            return text === null ? [] : [`**${plain(name)}**, ${direction}:`, fenced(text)];
        });
    const shown = [
        ...cohorts.flatMap((cohort) => [
            ...of(cohort.id, cohort),
            ...cohort.readings.flatMap(({ reading, ...patients }) => of(`${cohort.id}, ${reading.criterion} read as ${reading.id}`, patients)),
        ]),
        ...criteria.flatMap((criterion) => of(criterion.id, criterion)),
    ];
    if (shown.length === 0) return [];
    return [
        '## Patients gained and lost',
        'Each was evaluated by the criteria of both versions and is eligible by one of them only; where it says so above, of the criterion alone.',
        ...shown,
    ];
}

function declarationSection({ amendment }: DiffReport): string[] {
    if (amendment.declarations.length === 0) return [];
    const lines = amendment.declarations.map(({ message, because, alters }) => {
        const effect = because === null ? '' : alters.length === 0 ? ' It alters no criterion.' : ` It alters ${alters.join(', ')}.`;
        return `- ${plain(`${message}${effect}`)}`;
    });
    return ['## Beside the criteria', lines.join('\n')];
}

function notAnalysedSection({ amendment }: DiffReport): string[] {
    if (amendment.notAnalysed.length === 0) return [];
    const lines = amendment.notAnalysed.map(
        ({ version, criterion, reason }) => `- ${plain(criterion)} (${version === 'old' ? 'earlier' : 'new'} version): ${plain(reason)}`,
    );
    return ['## Not analysed', lines.join('\n')];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** Text that Markdown shows as it is. */
function plain(text: string): string {
    return visibleText(text.replace(/\s+/gu, ' ')).replace(/[\\`*_~|<>[\]#]/gu, (character) =>
        character === '<' ? '&lt;' : character === '>' ? '&gt;' : `\\${character}`,
    );
}

function code(text: string): string {
    const shown = visibleText(text.replace(/\s+/gu, ' ')).replaceAll('|', '\\|');
    const longest = Math.max(0, ...(shown.match(/`+/gu) ?? []).map(({ length }) => length));
    const fence = '`'.repeat(longest + 1);
    return longest === 0 ? `${fence}${shown}${fence}` : `${fence} ${shown} ${fence}`;
}

function fenced(text: string): string {
    const lines = text.split('\n').map(visibleText);
    const longest = Math.max(2, ...(text.match(/`+/gu) ?? []).map(({ length }) => length));
    const fence = '`'.repeat(longest + 1);
    return [`${fence}crit`, ...lines, fence].join('\n');
}
