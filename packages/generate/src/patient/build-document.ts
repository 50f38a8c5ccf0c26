// Builds the patient text's parts from a criteria document: what this is, a part for everyone, a part per cohort, the words explained.
import type { Cohort, CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import { blockKey, type Block } from './clause.js';
import { criterionBlocks } from './criterion-blocks.js';
import { explainedWords } from './explained-words.js';
import { join, words, type Inline } from './inline.js';
import { Mentions } from './mentions.js';
import type { PatientDocument, Section, Side } from './patient-document.js';
import { render } from './render.js';
import { TOPIC_TITLES, TOPICS } from './topic.js';
import { aboutBlocks, cohortName, nextSteps, studyFacts } from './page-texts.js';
import { Glossary, wordingFor, type Wording } from './wording.js';

/** One part of the page: its heading, and the criteria under it. */
interface Part {
    anchor: string;
    title: Inline[];
    intro: Inline[][];
    index: Cohort['index'];
    forCohort: boolean;
    criteria: Criterion[];
}

/** The parts of the text, and the terms that it mentions. */
export function buildDocument(document: CriteriaDocument): { page: PatientDocument; usedTerms: ReadonlySet<string> } {
    const glossary = new Glossary(document);
    const used = new Set<string>();
    const { cohorts } = document;
    const parts = partsOf(document, cohorts, glossary);
    const about = aboutBlocks(cohorts, wordingFor(render, glossary, null, false), parts.length > 1);
    const sections = parts.map((part) => section(part, glossary, used));
    const page: PatientDocument = {
        title: 'Could this study be for you?',
        study: studyFacts(document),
        about: about.map((block) => new Mentions(used).point(block)),
        sections,
        explanations: explainedWords(used, wordingFor(render, glossary, null, false)),
        next: nextSteps(document),
        criteria: [...new Set(parts.flatMap((part) => part.criteria.map((criterion) => criterion.id)))],
    };
    return { page, usedTerms: used };
}

function partsOf(document: CriteriaDocument, cohorts: readonly Cohort[], glossary: Glossary): Part[] {
    const [first] = cohorts;
    if (cohorts.length <= 1) {
        return [
            { anchor: 'who', title: words('Who may be able to join'), intro: [], index: first?.index ?? null, forCohort: true, criteria: document.criteria },
        ];
    }
    // A criterion for a cohort that nobody declared must not vanish.
    const isDeclared = (id: string): boolean => cohorts.some((cohort) => cohort.id === id);
    const common = document.criteria.filter((criterion) => criterion.cohorts === null || !criterion.cohorts.some(isDeclared));
    const everyone: Part = {
        anchor: 'everyone',
        title: words('For everyone'),
        intro: [words('these points count for all people who want to join')],
        index: null,
        forCohort: false,
        criteria: common,
    };
    return [
        everyone,
        ...cohorts.map((cohort, position): Part => {
            const name = cohortName(cohort, wordingFor(render, glossary, null, false));
            return {
                anchor: `group-${position + 1}`,
                title: (cohort.index?.term ?? null) === null ? join('If you join the group “', name, '”') : join('If you have ', name),
                intro: [words('the points for everyone count for you as well')],
                index: cohort.index,
                forCohort: true,
                criteria: document.criteria.filter((criterion) => criterion.cohorts?.includes(cohort.id) === true),
            };
        }),
    ];
}

function section(part: Part, glossary: Glossary, used: Set<string>): Section {
    const mentions = new Mentions(used);
    const title = mentions.sentence(part.title);
    const intro = part.intro.map((inline) => mentions.sentence(inline));
    return { anchor: part.anchor, title, intro, sides: (['include', 'exclude'] as const).flatMap((kind) => side(kind, part, glossary, mentions)) };
}

/** One side of a part; nothing when it has no points. Mentions are settled in the order of the page, not of the criteria. */
function side(kind: Criterion['kind'], part: Part, glossary: Glossary, mentions: Mentions): Side[] {
    const excluding = kind === 'exclude';
    const wording = (): Wording => wordingFor(render, glossary, part.index, excluding);
    const blocks = part.criteria
        .filter((criterion) => criterion.kind === kind)
        .flatMap((criterion) =>
            criterionBlocks(criterion, wording(), { excluding, forCohort: part.forCohort }).map(({ topic, block }) => ({
                criterion: criterion.id,
                topic,
                block,
            })),
        );
    const groups = TOPICS.map((topic) => ({
        topic,
        title: TOPIC_TITLES[topic],
        points: unrepeated(blocks.filter((entry) => entry.topic === topic)).map(({ criteria, block }) => ({ criteria, point: mentions.point(block) })),
    })).filter(({ points }) => points.length > 0);
    if (groups.length === 0) return [];
    const [one, several] = excluding
        ? ['This one point is enough.', 'Even one of these points is enough.']
        : ['This point must fit you.', 'All of these points must fit you.'];
    return [{ excluding, title: excluding ? 'You cannot join if' : 'You may be able to join if', note: blocks.length === 1 ? one : several, groups }];
}

/** What two criteria say in the same words is said once. */
function unrepeated(entries: readonly { criterion: string; block: Block }[]): { criteria: string[]; block: Block }[] {
    const found = new Map<string, { criteria: string[]; block: Block }>();
    for (const { criterion, block } of entries) {
        const key = blockKey(block);
        const earlier = found.get(key);
        if (earlier === undefined) found.set(key, { criteria: [criterion], block });
        else if (!earlier.criteria.includes(criterion)) earlier.criteria.push(criterion);
    }
    return [...found.values()];
}
