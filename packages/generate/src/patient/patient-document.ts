// The parts of a patient text before it becomes Markdown or HTML: sections, headings, points, sentences of finished spans.
import type { Span } from './inline.js';
import type { Topic } from './topic.js';

/** A sentence or a list item without punctuation at its end. */
export type Sentence = Span[];

/** One point, or an item of a list below it. */
export interface Point {
    /** Sentences in order; the last one leads in to the list or table, when there is one. */
    sentences: Sentence[];
    /** The sentences are names or values, not sentences. */
    fragment: boolean;
    items: Point[];
    table: PointTable | null;
    /** Sentences after the list. */
    after: Point[];
}

export interface PointTable {
    head: [Sentence, Sentence];
    rows: [Sentence, Sentence][];
}

/** A point of the first level, with the criteria it stands for: several where they say the same. */
export interface CriterionPoint {
    criteria: string[];
    point: Point;
}

export interface TopicGroup {
    topic: Topic;
    title: string;
    points: CriterionPoint[];
}

/** "You may be able to join if" or "You cannot join if". */
export interface Side {
    excluding: boolean;
    title: string;
    /** How many points must fit. */
    note: string;
    groups: TopicGroup[];
}

export interface Section {
    /** For links inside the page. */
    anchor: string;
    title: Sentence;
    intro: Sentence[];
    sides: Side[];
}

/** A word of the text and what it means. */
export interface Explanation {
    word: Sentence;
    meaning: Sentence;
}

export interface PatientDocument {
    title: string;
    study: { label: string; value: string }[];
    /** What the page is: a paragraph each, one of them with the list of illnesses. */
    about: Point[];
    sections: Section[];
    explanations: Explanation[];
    next: Sentence[];
    /** The criterion ids in the order of the document. */
    criteria: string[];
}
