// Builds the patient text's parts from a criteria document: what this is, a part for everyone, a part per cohort, the words explained.
import type { Cohort, CriteriaDocument, Criterion } from '@crit-lang/model/criteria/document.js';
import { criterionBlocks } from './criterion-blocks.js';
import { cleanText, enumerate, join, plainText, spanText, words, type Inline } from './inline.js';
import { Mentions } from './mentions.js';
import { termName, withoutArticle } from './names.js';
import type { CriterionPoint, Explanation, PatientDocument, Section, Sentence, Side } from './patient-document.js';
import { render } from './render.js';
import { TOPIC_TITLES, TOPICS, type Topic } from './topic.js';
import { anchorWords } from './windows.js';
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

/** The parts of the text for all cohorts, or for the one named. */
export function buildDocument(document: CriteriaDocument, only: string | null): { page: PatientDocument; usedTerms: ReadonlySet<string> } {
    const glossary = new Glossary(document);
    const used = new Set<string>();
    const cohorts = document.cohorts.filter((cohort) => only === null || cohort.id === only);
    const parts = partsOf(document, cohorts, glossary);
    const about = aboutSentences(cohorts, glossary, parts.length > 1);
    const sections = parts.map((part) => section(part, glossary, used));
    const page: PatientDocument = {
        title: 'Could this study be for you?',
        study: studyFacts(document),
        about: about.map((inline) => new Mentions(used).sentence(inline)),
        sections,
        explanations: explanations(used, wordingFor(render, glossary, null, false)),
        next: nextSteps(document),
        criteria: [...new Set(parts.flatMap((part) => part.criteria.map((criterion) => criterion.id)))],
    };
    return { page, usedTerms: used };
}

function studyFacts(document: CriteriaDocument): PatientDocument['study'] {
    const { protocol } = document;
    const facts: [string, string | null | undefined][] = [
        ['Study', protocol?.title ?? protocol?.officialTitle ?? protocol?.id],
        ['Study number', protocol?.registry],
        ['Version of the study rules', protocol?.version],
    ];
    return facts.flatMap(([label, value]) => (value == null || cleanText(value) === '' ? [] : [{ label, value: cleanText(value) }]));
}

function cohortName(cohort: Cohort, wording: Wording): Inline[] {
    const term = cohort.index?.term ?? null;
    return term === null ? words(cleanText(cohort.title ?? cohort.id)) : termName(term, wording);
}

function partsOf(document: CriteriaDocument, cohorts: readonly Cohort[], glossary: Glossary): Part[] {
    const common = document.criteria.filter((criterion) => criterion.cohorts === null);
    const [first] = cohorts;
    if (cohorts.length <= 1) {
        const criteria = document.criteria.filter((criterion) => criterion.cohorts === null || (first !== undefined && criterion.cohorts.includes(first.id)));
        return [{ anchor: 'who', title: words('Who may be able to join'), intro: [], index: first?.index ?? null, forCohort: true, criteria }];
    }
    const everyone: Part = {
        anchor: 'everyone', title: words('For everyone'), intro: [words('these points count for all people who want to join')], index: null, forCohort: false, criteria: common,
    };
    return [everyone, ...cohorts.map((cohort, position): Part => {
        const name = cohortName(cohort, wordingFor(render, glossary, null, false));
        return {
            anchor: `group-${position + 1}`,
            title: cohort.index?.term == null ? join('If you join the group “', name, '”') : join('If you have ', name),
            intro: [words('the points for everyone count for you as well')],
            index: cohort.index,
            forCohort: true,
            criteria: document.criteria.filter((criterion) => criterion.cohorts?.includes(cohort.id) === true),
        };
    })];
}

function section(part: Part, glossary: Glossary, used: Set<string>): Section {
    const mentions = new Mentions(used);
    const title = mentions.sentence(part.title);
    const side = (kind: Criterion['kind'], heading: string, note: string): Side[] => {
        const groups = new Map<Topic, CriterionPoint[]>();
        for (const criterion of part.criteria.filter((candidate) => candidate.kind === kind)) addCriterion(criterion, part, glossary, mentions, groups);
        const topics = TOPICS.flatMap((topic) => {
            const points = groups.get(topic);
            return points === undefined ? [] : [{ topic, title: TOPIC_TITLES[topic], points }];
        });
        return topics.length === 0 ? [] : [{ excluding: kind === 'exclude', title: heading, note, groups: topics }];
    };
    return {
        anchor: part.anchor,
        title,
        intro: part.intro.map((inline) => mentions.sentence(inline)),
        sides: [
            ...side('include', 'You may be able to join if', 'All of these points must fit you.'),
            ...side('exclude', 'You cannot join if', 'Even one of these points is enough.'),
        ],
    };
}

function addCriterion(criterion: Criterion, part: Part, glossary: Glossary, mentions: Mentions, groups: Map<Topic, CriterionPoint[]>): void {
    const excluding = criterion.kind === 'exclude';
    const wording = wordingFor(render, glossary, part.index, excluding);
    for (const { topic, block } of criterionBlocks(criterion, wording, { excluding, forCohort: part.forCohort })) {
        const points = groups.get(topic) ?? [];
        points.push({ criterion: criterion.id, point: mentions.point(block) });
        groups.set(topic, points);
    }
}

function aboutSentences(cohorts: readonly Cohort[], glossary: Glossary, hasParts: boolean): Inline[][] {
    const wording = wordingFor(render, glossary, null, false);
    const { protocol } = glossary.document;
    const named = cohorts.filter((cohort) => cohort.index?.term != null).map((cohort) => words(plainText(withoutArticle(cohortName(cohort, wording)))));
    const when = protocol === null ? null : anchorWords({ name: protocol.defaultAnchor, event: null }, wording);
    return [
        words('this page tells you who can join a research study and who cannot'),
        words('it is not medical advice'),
        ...(named.length === 0 ? [] : [join(named.length === 1 ? 'the study is for people with ' : 'the study is for people with one of these illnesses: ', enumerate(named, 'or'))]),
        ...(hasParts ? [words('first read the part for everyone'), words('then read the part for your illness')] : []),
        words('the study team will check all points with you'),
        ...(when === null ? [] : [words(`if a point does not say when, it is about how you are ${when.at}`)]),
        words('at a screening visit, the study team does tests and looks at your health records to see if you can join').filter(() => when?.noun === 'your screening visit'),
    ].filter((inline) => inline.length > 0);
}

function nextSteps(document: CriteriaDocument): Sentence[] {
    const number = document.protocol?.registry == null ? '' : cleanText(document.protocol.registry);
    return [
        'show this page to your doctor and talk it over',
        `your doctor or the study team can tell you if you may join${number === '' ? '' : `; the study number to give them is ${number}`}`,
        'do not stop or change any medicine before you have talked to your doctor',
    ].map((text) => [{ text, neutral: null }]);
}

/** Names that do not explain themselves; a plain paraphrase does, and patients know their own medicines. */
function explanations(used: ReadonlySet<string>, wording: Wording): Explanation[] {
    const found = [...used].flatMap((id) => {
        const term = wording.term(id);
        const meaning = cleanText(term?.explain ?? '').replace(/[.\s]+$/u, '');
        const name = withoutArticle(termName(id, wording));
        const [mention] = name;
        const isClear = mention?.kind !== 'mention' || (mention.nature === 'illness' && mention.named === null) || (mention.named === 'drug' && !wording.glossary.isClass(id));
        if (meaning === '' || isClear || term?.kind === 'test') return [];
        const mentions = new Mentions(new Set());
        return [{ word: mentions.sentence(name), meaning: mentions.sentence(words(meaning)) }];
    });
    const key = (explanation: Explanation): string => spanText(explanation.word).toLowerCase();
    return found.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
