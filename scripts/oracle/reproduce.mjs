// `node scripts/oracle/reproduce.mjs KIND SEED`: takes a random document on which analyser and z3 disagree apart, until every criterion that is left is needed.
import { inRoot } from '../repository.mjs';

const compiled = (file) => import(`file://${inRoot('test/out/analysis', file)}`);
const { Z3 } = await compiled('oracle/z3.js');
const { compare } = await compiled('oracle/comparison.js');
const { randomProtocol } = await compiled('oracle/random-protocol.js');
const { RandomSource } = await compiled('random-source.js');

const [kind = 'days', seed = '1'] = process.argv.slice(2);
const z3 = await Z3.load();
const original = randomProtocol(new RandomSource(Number(seed)), kind);
let latest;
const disagree = (document, sign) => {
    try {
        const { disagreements } = compare(z3, { ...original, document }, new RandomSource(1), 400);
        const found = disagreements.find(({ analyser, z3: other }) => sign === undefined || `${analyser} ${other}` === sign);
        if (found !== undefined) latest = found;
        return found;
    } catch {
        return undefined;
    }
};

let { document } = original;
const first = disagree(document);
if (first === undefined) console.log('They agree.');
else {
    const sign = `${first.analyser} ${first.z3}`;
    const tryOut = (changed) => {
        if (disagree(changed, sign) !== undefined) document = changed;
    };
    for (const cohort of document.cohorts) tryOut({ ...document, cohorts: document.cohorts.filter((each) => each !== cohort) });
    for (const criterion of document.criteria) tryOut({ ...document, criteria: document.criteria.filter((each) => each !== criterion) });
    for (let changed = true; changed;) {
        changed = false;
        for (const [place, criterion] of document.criteria.entries()) {
            for (const rule of smaller(criterion.rule)) {
                const before = document;
                tryOut({ ...document, criteria: document.criteria.with(place, { ...document.criteria[place], rule, readings: [] }) });
                if (document !== before) {
                    changed = true;
                    break;
                }
            }
        }
    }
    for (const relation of document.relations) tryOut({ ...document, relations: document.relations.filter((each) => each !== relation) });
    for (const [place, term] of document.terms.entries()) {
        for (const list of ['implies', 'disjoint', 'parents'])
            if (term[list].length > 0) tryOut({ ...document, terms: document.terms.with(place, { ...document.terms[place], [list]: [] }) });
    }
    disagree(document, sign);
    console.log(`analyser ${latest.analyser}, z3 ${latest.z3}: ${latest.about}`);
    for (const { asked, holds } of latest.asked)
        console.log(holds ? '  passes' : '  fails', asked.criterion.id, asked.cohort, asked.rule === undefined ? '' : `with ${short(asked.rule)}`);
    for (const { id, kind: inOrOut, rule, cohorts, replaces, readings } of document.criteria) {
        console.log(id, inOrOut, cohorts ?? '', replaces ?? '', readings.length > 0 ? '' : short(rule));
        for (const reading of readings) console.log('  reading', reading.id, reading.cohorts ?? '', short(reading.rule));
    }
    for (const { id, rule } of document.definitions) if (JSON.stringify(document.criteria).includes(id)) console.log('define', id, short(rule));
    for (const relation of document.relations) console.log(JSON.stringify(relation));
    for (const { id, parents, implies, disjoint, values } of document.terms)
        if (parents.length + implies.length + disjoint.length > 0 || values) console.log(id, JSON.stringify({ parents, implies, disjoint, values }));
    console.log(document.cohorts.map(({ id, index }) => `${id} ${index?.term}`).join('; '), document.protocol.defaultPick);
}
await z3.close();

/** The same condition with a part of it left out, or a part in its place. */
function smaller(condition) {
    const lists = { all: 'of', any: 'of', count: 'items', cases: 'rows', washout: 'rows' };
    const list = lists[condition.kind];
    const found = [];
    if (list !== undefined) {
        condition[list].forEach((item, place) => {
            const part = item.condition ?? item.then ?? (condition.kind === 'washout' ? undefined : item);
            if (part !== undefined) found.push(part);
            if (condition[list].length > 1) found.push({ ...condition, [list]: condition[list].toSpliced(place, 1) });
            if (part !== undefined) {
                for (const changed of smaller(part)) {
                    const put = item.condition ? { ...item, condition: changed } : item.then ? { ...item, then: changed } : changed;
                    found.push({ ...condition, [list]: condition[list].with(place, put) });
                }
            }
        });
    }
    for (const inner of ['condition', 'then', 'otherwise', 'when'])
        if (condition[inner]) found.push(condition[inner], ...smaller(condition[inner]).map((changed) => ({ ...condition, [inner]: changed })));
    if (condition.kind === 'not' || condition.kind === 'repeated') found.push(condition.of, ...smaller(condition.of).map((of) => ({ ...condition, of })));
    for (const field of ['what', 'to', 'of', 'test', 'since']) {
        const selection = condition[field];
        if (!selection?.except) continue;
        selection.except.forEach((exception, place) => {
            found.push({ ...condition, [field]: { ...selection, except: selection.except.toSpliced(place, 1) } });
            if (exception.refinements.length > 0)
                found.push({ ...condition, [field]: { ...selection, except: selection.except.with(place, { ...exception, refinements: [] }) } });
            if (exception.provided)
                found.push({ ...condition, [field]: { ...selection, except: selection.except.with(place, { ...exception, provided: null }) } });
        });
    }
    for (const field of ['lasting', 'stableDose', 'times', 'method', 'circumstance']) if (condition[field]) found.push({ ...condition, [field]: null });
    if (condition.refinements?.length > 0) found.push({ ...condition, refinements: [] });
    if (condition.responses?.length > 1) for (const response of condition.responses) found.push({ ...condition, responses: [response] });
    return found;
}

/** Short enough to read. */
function short(condition) {
    const endText = (end) =>
        end === null
            ? '…'
            : `${end.open ? '(' : ''}${end.anchor.name}${end.offset === null ? '' : ` ${end.offset.direction === 'before' ? '-' : '+'}${durationText(end.offset.duration)}`}`;
    return JSON.stringify(condition, (name, value) => {
        if (value && typeof value === 'object' && 'form' in value && 'from' in value)
            return `[${endText(value.from)}; ${endText(value.to)}]${value.points ? ` each of ${value.points.map(({ name: visit }) => visit).join()}` : ''}`;
        if (value && typeof value === 'object' && 'except' in value && value.except.length === 0) return value.index ? 'INDEX' : value.term;
        if (name === 'duration') return durationText(value);
        if (value === null || value === false || (Array.isArray(value) && value.length === 0) || name === 'verb') return undefined;
        return value;
    });
}

function durationText(duration) {
    return duration.kind === 'simple' ? `${duration.number} ${duration.unit}` : `${duration.kind} of ${duration.of.map(durationText).join(' and ')}`;
}
