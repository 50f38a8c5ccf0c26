// A protocol with many criteria of a thousand characters each: 25 of them are more than ClinicalTrials.gov takes.

export function longProtocol(criteria: number, acknowledged = false): string {
    const statements = Array.from({ length: criteria }, (_, index) => `include I-${index} {\n  statement "${'word '.repeat(200).trim()}"\n}\n`);
    const accept = 'accept registry-limit "Entered in two parts."\n';
    return `protocol Example "An example" {\n  sex all\n}\n${statements.join('')}${acknowledged ? accept : ''}`;
}
