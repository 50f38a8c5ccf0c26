// Under which heading a point stands: the patient's illness, medicines, test results, pregnancy, other illnesses, agreeing to take part.
import type { Condition, MeasureExpression, TermSelection } from '@crit-lang/model/criteria/condition.js';
import type { Glossary } from './wording.js';

export const TOPICS = ['about', 'illness', 'other illness', 'medicine', 'test', 'pregnancy', 'agreement', 'other'] as const;
export type Topic = (typeof TOPICS)[number];

/** Headings as the patient reads them. */
export const TOPIC_TITLES: Readonly<Record<Topic, string>> = {
    about: 'About you',
    illness: 'Your health condition',
    'other illness': 'Other illnesses',
    medicine: 'Medicines and treatments',
    test: 'Test results',
    pregnancy: 'Pregnancy and birth control',
    agreement: 'Agreeing to take part',
    other: 'Other points',
};

const PREGNANCY = /pregnan|contracept|birth control|breast-?\s?feed|childbearing|lactat|fertil|partner/iu;
const AGREEMENT = /\bconsent|willing|\bagree|sign\b/iu;
const ABOUT = /^(?:age|sex|weight|body weight|height|BMI|body mass index|female|male|life expectancy|healthy volunteers?)$/iu;

/** Where a point belongs when its leaves do not decide it: an illness in an inclusion is the patient's own, in an exclusion another one. */
export interface Place {
    excluding: boolean;
    /** A section for one cohort. */
    forCohort: boolean;
}

/** The heading for a rule: pregnancy where it is spoken of at all, else what most of its leaves are about. */
export function topicOf(condition: Condition, glossary: Glossary, place: Place): Topic {
    const votes = new Map<Topic, number>();
    collect(condition, new Collector(votes, glossary, place, new Set()));
    if (votes.has('pregnancy')) return 'pregnancy';
    let best: Topic = 'other';
    votes.delete('other');
    for (const [topic, count] of votes) if (count > (votes.get(best) ?? 0)) best = topic;
    return best;
}

class Collector {
    constructor(
        private readonly votes: Map<Topic, number>,
        readonly glossary: Glossary,
        private readonly place: Place,
        readonly definitions: Set<string>,
    ) {}

    vote(topic: Topic): void {
        this.votes.set(topic, (this.votes.get(topic) ?? 0) + 1);
    }

    /** The topic of a named term. */
    term(id: string | null): void {
        if (id === null) this.vote('illness');
        else if (PREGNANCY.test(id)) this.vote('pregnancy');
        else if (ABOUT.test(id)) this.vote('about');
        else if (/joint count$/iu.test(id)) this.illness();
        else this.kind(this.glossary.term(id)?.kind);
    }

    illness(): void {
        this.vote(this.place.excluding || !this.place.forCohort ? 'other illness' : 'illness');
    }

    private kind(kind: string | undefined): void {
        if (kind === 'drug' || kind === 'procedure') this.vote('medicine');
        else if (kind === 'lab' || kind === 'measure' || kind === 'test') this.vote('test');
        else if (kind === 'score' || kind === 'grade' || kind === 'criteria') this.vote('illness');
        else if (kind === 'fact') this.vote('about');
        else this.illness();
    }
}

function measured(measure: MeasureExpression, to: Collector): void {
    switch (measure.kind) {
        case 'measure':
            return to.term(measure.term);
        case 'dose':
            return to.vote('medicine');
        case 'arithmetic':
            measured(measure.left, to);
            return measured(measure.right, to);
        case 'number':
    }
}

function selected(selection: TermSelection, to: Collector): void {
    to.term(selection.index ? null : selection.term);
}

function free(text: string, otherwise: Topic, to: Collector): void {
    to.vote(PREGNANCY.test(text) ? 'pregnancy' : AGREEMENT.test(text) ? 'agreement' : otherwise);
}

function collect(condition: Condition, to: Collector): void {
    switch (condition.kind) {
        case 'all':
        case 'any':
            return condition.of.forEach((part) => {
                collect(part, to);
            });
        case 'count':
            return condition.items.forEach((item) => {
                collect(item.condition, to);
            });
        case 'not':
        case 'repeated':
            return collect(condition.of, to);
        case 'vague':
            return collect(condition.condition, to);
        case 'guard':
            collectPregnancy(condition.when, to);
            return [condition.then, condition.otherwise].forEach((part) => {
                if (part !== null) collect(part, to);
            });
        case 'cases':
            return condition.rows.forEach((row) => {
                collect(row.then, to);
            });
        case 'presence':
            return selected(condition.what, to);
        case 'response':
            return selected(condition.to, to);
        case 'elapsed':
            return selected(condition.since, to);
        case 'result':
            return selected(condition.test, to);
        case 'compare':
            return measured(condition.left, to);
        case 'change':
            return measured(condition.measure, to);
        case 'grade':
            return condition.of === null ? to.term(condition.scale) : selected(condition.of, to);
        case 'meets':
            return to.vote('illness');
        case 'fact':
            return to.term(condition.term);
        case 'washout':
            return to.vote('medicine');
        case 'statement':
            return free(condition.text, condition.class === 'attestation' ? 'agreement' : 'other', to);
        case 'unspecified':
        case 'unresolved':
            return free(condition.text, 'other', to);
        case 'reference':
            return defined(condition.definition, to);
    }
}

/** The situation of a guard decides only when it speaks of pregnancy: "if you could become pregnant, …". */
function collectPregnancy(when: Condition, to: Collector): void {
    if (when.kind === 'fact' && PREGNANCY.test(when.term)) to.vote('pregnancy');
    else if (when.kind === 'all' || when.kind === 'any')
        when.of.forEach((part) => {
            collectPregnancy(part, to);
        });
}

function defined(id: string, to: Collector): void {
    const definition = to.glossary.definitions.get(id);
    if (definition === undefined || to.definitions.has(id)) return;
    to.definitions.add(id);
    collect(definition.rule, to);
}
