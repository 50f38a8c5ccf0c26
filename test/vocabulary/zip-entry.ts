// Reads one entry of a zip archive from its central directory (stored or deflated; no encryption).
import zlib from 'node:zlib';

export function readZipEntry(archive: Buffer, name: RegExp): Buffer {
    const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    let at = archive.readUInt32LE(end + 16);
    for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
        const [method, size, nameLength, extraLength, commentLength, local] = [
            archive.readUInt16LE(at + 10),
            archive.readUInt32LE(at + 20),
            archive.readUInt16LE(at + 28),
            archive.readUInt16LE(at + 30),
            archive.readUInt16LE(at + 32),
            archive.readUInt32LE(at + 42),
        ];
        if (name.test(archive.toString('utf8', at + 46, at + 46 + nameLength))) {
            const data = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
            const packed = archive.subarray(data, data + size);
            return method === 0 ? packed : zlib.inflateRawSync(packed);
        }
        at += 46 + nameLength + extraLength + commentLength;
    }
    throw new Error(`the archive has no entry ${String(name)}`);
}
