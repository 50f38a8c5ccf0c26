// What is kept from one state of a document to the next, so that an edit costs only the components that it touches.
import { type KnownTerms, Knowledge } from '../knowledge/knowledge.js';
import type { Part } from '../subjects/part.js';
import type { Component } from './component.js';
import { Generations } from './generations.js';
import { type KnownPart, knownPart } from './known-part.js';
import { ReadRules } from './read-rules.js';

/** Components and what parts ask, by what they mean; what is known of terms. */
export class ComponentCache {
    readonly rules = new ReadRules();
    private readonly parts = new Generations<KnownPart>();
    private readonly components = new Generations<Component>();
    private readonly backgrounds = new Generations<number>();
    private knowledge: Knowledge | undefined;
    private count = 0;

    /** What the document knows of its terms; what has not changed since the last document is taken over. */
    knowledgeOf(document: KnownTerms): Knowledge {
        return (this.knowledge = new Knowledge(document, this.knowledge));
    }

    part(part: Part, key: string): KnownPart {
        return this.parts.get(key, () => knownPart(part, this.count++));
    }

    /** A number for what is known of terms: the same as long as it is. */
    background({ fingerprint }: Knowledge): number {
        return this.backgrounds.get(fingerprint, () => this.count++);
    }

    component(key: string, make: () => Component): Component {
        return this.components.get(key, make);
    }

    /** Forgets what the analyses since the last call did not use. */
    forgetUnused(): void {
        this.rules.forgetUnused();
        this.parts.forgetUnused();
        this.components.forgetUnused();
        this.backgrounds.forgetUnused();
    }
}
