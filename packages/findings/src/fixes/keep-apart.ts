// Fixes that keep two cohorts apart: what one is for becomes an exclusion of the other, or their limits are made to meet.
import type { Condition } from '@crit-lang/model/criteria/condition.js';
import type { Criterion } from '@crit-lang/model/criteria/document.js';
import type { CohortAnswer } from '@crit-lang/analysis/document-analysis.js';
import type { CohortsOverlap } from '@crit-lang/analysis/questions/finding.js';
import { boundsOf, factOf, type Bound } from '@crit-lang/analysis/questions/bounds.js';
import { compareCuts } from '@crit-lang/analysis/encode/cut.js';
import type { Part } from '@crit-lang/analysis/subjects/part.js';
import { nameText, quotedText } from '../print/name.js';
import { moveLimits } from './move-limit.js';
import { CHANGES, type Proposal, type Workplace } from './proposal.js';

export function keepApart({ first, second }: CohortsOverlap, place: Workplace): Proposal[] {
    const pairs = [[first, second] as const, [second, first] as const];
    return pairs.flatMap(([one, other]) => [
        ...meetLimits(one, other, place),
        ...diseasesFirst(ownOf(one, other)).flatMap((own) => excludeFrom(other, own, one, place)),
    ]);
}

/** The parts of a cohort that the other does not have: what it is for. */
function ownOf({ scenario }: CohortAnswer, other: CohortAnswer): Part[] {
    const others = new Set(other.scenario.parts.map(({ criterion }) => criterion.id));
    return scenario.parts.filter(({ criterion }) => criterion.kind === 'include' && criterion.origin !== 'header' && !others.has(criterion.id));
}

/** Its declared disease; else the conditions it asks for; else all that it asks for. */
function diseasesFirst(parts: readonly Part[]): readonly Part[] {
    const index = parts.filter(({ criterion }) => criterion.origin === 'index');
    const present = parts.filter(
        ({ rule }) => rule.kind === 'all' && rule.of.every((line) => line.kind === 'meets' || (line.kind === 'presence' && line.aspect === 'present')),
    );
    return index.length > 0 ? index : present.length > 0 ? present : parts;
}

function excludeFrom(
    { scenario: { cohort } }: CohortAnswer,
    own: Part,
    { scenario: { cohort: other } }: CohortAnswer,
    { analysis, files }: Workplace,
): Proposal[] {
    const { document } = analysis;
    const [line, more] = own.rule.kind === 'all' ? own.rule.of : [own.rule];
    const last = document.criteria.findLast(({ origin, range }) => origin === 'written' && range?.file === 0);
    const file = files.of(last?.range);
    const text = line === undefined || more !== undefined ? null : lineText(line, own, { analysis, files });
    if (file === undefined || last?.range === undefined || text === null || line === undefined) return [];
    const place = file.stretchOf(last.range);
    const id = newId(cohort.id, document.criteria);
    const title = other.title ?? own.criterion.title;
    const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
    // Laid out as the criterion above it.
    const indent = file.indentAt(place.start);
    const isBlock = /[\r\n]/u.test(file.text.slice(place.start, place.end));
    const rule = isBlock ? `{${newline}${indent}  ${text}${newline}${indent}}` : `{ ${text} }`;
    const written = `exclude ${id}${title === null ? '' : ` ${quotedText(title)}`} for ${cohort.id} ${rule}`;
    const criterion: Criterion = {
        id,
        kind: 'exclude',
        title,
        cohorts: [cohort.id],
        origin: 'written',
        replaces: null,
        wording: [],
        short: null,
        plain: [],
        rationale: [],
        notes: [],
        sources: [],
        acceptances: [],
        rule: { kind: 'any', of: [line] },
        readings: [],
    };
    return [
        {
            title: `Exclude '${text}' from ${cohort.id} (${id}): whoever could be in both goes to ${other.id}`,
            changes: CHANGES.cohort,
            document: { ...document, criteria: [...document.criteria, criterion] },
            edits: [file.edit({ start: place.end, end: place.end }, `${newline}${isBlock ? newline : ''}${indent}${written}`)],
        },
    ];
}

/** The line as it stands; null where it stands over several lines or has a guard, which an exclusion would turn over. */
function lineText(line: Condition, { criterion, setting }: Part, { files }: Workplace): string | null {
    if (criterion.origin === 'index') {
        const { index } = setting;
        return index === null || index.term === null || index.except.length > 0 ? null : `has ${nameText(index.term)}`;
    }
    const file = files.of(line.range);
    if (file === undefined || line.range === undefined || line.kind === 'guard') return null;
    const text = file.textOf(file.stretchOf(line.range));
    return /[\r\n]/u.test(text) || text.length > 160 ? null : text;
}

function newId(cohort: string, criteria: readonly Criterion[]): string {
    const used = new Set(criteria.map(({ id }) => id));
    let number = 1;
    while (used.has(`${cohort}-X${String(number)}`)) number++;
    return `${cohort}-X${String(number)}`;
}

/** One cohort's lowest value put just above the other's highest. */
function meetLimits(one: CohortAnswer, other: CohortAnswer, place: Workplace): Proposal[] {
    const ownBounds = (answer: CohortAnswer, than: CohortAnswer): Bound[] => ownOf(answer, than).flatMap(boundsOf);
    const lows = ownBounds(one, other).filter(({ side }) => side === 'low');
    const highs = ownBounds(other, one).filter(({ side }) => side === 'high');
    return lows.flatMap((low) =>
        highs.flatMap((high) => {
            if (factOf(low) !== factOf(high) || compareCuts(low.cut, high.cut) >= 0) return [];
            const title = (words: string): string => `${words}: the two cohorts then meet and do not overlap`;
            return [
                ...moveLimits([{ bound: low, to: high }], CHANGES.limit, title, place),
                ...moveLimits([{ bound: high, to: low }], CHANGES.limit, title, place),
            ];
        }),
    );
}
