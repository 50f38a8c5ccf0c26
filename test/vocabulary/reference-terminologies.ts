// The reference terminologies in the form that facts are compared with: labels of codes, what stands above a code, codes that mean the same.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

/** Compares labels without case, punctuation, word order marks and accents. */
export function labelKey(label: string): string {
    return label
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim();
}

export interface ReferenceTerminologies {
    /** Label keys of a code ("mesh:D008180"), label and synonyms; undefined: the terminology has no such code. */
    labels: (code: string) => Set<string> | undefined;
    /** Whether the first code stands below the second. */
    isBelow: (child: string, parent: string) => boolean;
    /** Whether MONDO ties the two codes to one disease. */
    sameDisease: (one: string, other: string) => boolean;
}

interface Descriptor {
    u: string;
    n: string;
    t: string[];
    s: string[];
}
interface DiseaseTerm {
    i: string;
    l: string;
    p: string[];
    s: string[];
}

export function readTerminologies(folder: string): ReferenceTerminologies {
    const mesh = readGzip<{ descriptors: Descriptor[]; pharmacologicalActions: [string, string, string][] }>(folder, 'mesh2022-subset.json.gz');
    const disease = readGzip<{ terms: DiseaseTerm[] }>(folder, 'doid-2026-07-31.json.gz');
    const icd = readGzip<{ codes: [string, number, string][] }>(folder, 'icd10cm-fy2022-full.json.gz');
    const labels = new Map<string, Set<string>>();
    const addLabel = (code: string, ...names: string[]): void => {
        const known = labels.get(code) ?? new Set();
        for (const name of names) known.add(labelKey(name));
        labels.set(code, known);
    };
    const trees = new Map<string, string[]>();
    const actions = new Map<string, Set<string>>();
    for (const { u, n, s, t } of mesh.descriptors) {
        addLabel(`mesh:${u}`, n, ...s);
        trees.set(`mesh:${u}`, t);
    }
    for (const [substance, name, action] of mesh.pharmacologicalActions) {
        // Supplementary records (C…) stand only here.
        addLabel(`mesh:${substance}`, name);
        const known = actions.get(`mesh:${substance}`) ?? new Set();
        actions.set(`mesh:${substance}`, known.add(`mesh:${action}`));
    }
    const parents = new Map<string, string[]>();
    for (const { i, l, s, p } of disease.terms) {
        addLabel(`doid:${i}`, l, ...s);
        parents.set(
            `doid:${i}`,
            p.map((parent) => `doid:${parent}`),
        );
    }
    for (const [code, , title] of icd.codes) addLabel(`icd10cm:${dotted(code)}`, title);
    const mondo = readMondo(folder);
    const underTree = (child: string, parent: string): boolean =>
        (trees.get(child) ?? []).some((number) => (trees.get(parent) ?? []).some((above) => number.startsWith(`${above}.`)));
    return {
        labels: (code) => labels.get(code),
        isBelow: (child, parent) => {
            if (child.startsWith('doid:')) return isAncestor(parents, child, parent);
            if (child.startsWith('icd10cm:'))
                return parent.startsWith('icd10cm:') && child !== parent && child.replace('.', '').startsWith(parent.replace('.', ''));
            if (underTree(child, parent)) return true;
            // A substance with an action belongs to the action's class and the classes above it.
            return [...(actions.get(child) ?? [])].some((action) => action === parent || underTree(action, parent));
        },
        sameDisease: (one, other) => [...(mondo.get(one) ?? [])].some((disorder) => mondo.get(other)?.has(disorder) === true),
    };
}

function readGzip<T>(folder: string, name: string): T {
    return JSON.parse(zlib.gunzipSync(fs.readFileSync(path.join(folder, name))).toString('utf8')) as T;
}

function dotted(code: string): string {
    return code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}

function isAncestor(parents: ReadonlyMap<string, string[]>, child: string, ancestor: string): boolean {
    const seen = new Set<string>();
    const frontier = [child];
    for (let next = frontier.pop(); next !== undefined; next = frontier.pop()) {
        for (const parent of parents.get(next) ?? []) {
            if (parent === ancestor) return true;
            if (seen.has(parent)) continue;
            seen.add(parent);
            frontier.push(parent);
        }
    }
    return false;
}

function readMondo(folder: string): Map<string, Set<string>> {
    const map = new Map<string, Set<string>>();
    for (const name of ['doid', 'icd10cm', 'mesh']) {
        for (const line of fs.readFileSync(path.join(folder, `mondo_exactmatch_${name}.sssom.tsv`), 'utf8').split('\n')) {
            const [subject, , predicate, object] = line.split('\t');
            if (subject === undefined || object === undefined || predicate !== 'skos:exactMatch') continue;
            const [system, code] = [object.slice(0, object.indexOf(':')).toLowerCase(), object.slice(object.indexOf(':') + 1)];
            const key = `${system}:${code}`;
            map.set(key, (map.get(key) ?? new Set()).add(subject));
        }
    }
    return map;
}
