import { tokenOf } from './configs';
import { ask, send } from './http';
import type { components } from './schema';

type Schemas = components['schemas'];
export type ImportReport = Schemas['ImportReport'];
export type ImportItem = Schemas['ImportItem'];
export type ImportOutcome = Schemas['ImportOutcome'];
export type Format = 'json' | 'csv';

export interface ExportPart {
  content: Blob;
  /** Where the next part begins; null for the last. */
  next: string | null;
}

/** One part of everything below a path; an empty path is everything. */
export async function exportPart(format: Format, path: string, lists: boolean, after: string | null): Promise<ExportPart> {
  const asked = new URLSearchParams({
    format,
    ...(path ? { path: tokenOf(path) } : {}),
    ...(path && lists ? { lists: 'true' } : {}),
    ...(after ? { after } : {}),
  });
  const response = await ask(`/api/export?${asked.toString()}`);
  const content = await response.blob();
  return { content, next: format === 'json' ? nextOf(await content.text()) : linkedNext(response.headers.get('Link')) };
}

const nextOf = (document: string) => (JSON.parse(document) as { next?: string | null }).next ?? null;

// RFC 8288, as the API writes it: </api/export?format=csv&path=&after=…>; rel="next"
function linkedNext(link: string | null): string | null {
  const address = /<([^>]+)>;\s*rel="next"/.exec(link ?? '')?.[1];
  return address ? new URL(address, 'https://api').searchParams.get('after') : null;
}

export interface ImportOptions {
  path: string;
  delete: boolean;
  comment: string;
}

/** What a file would change; with `dryRun` false it is written. */
export async function importFile(file: File, { path, delete: removes, comment }: ImportOptions, dryRun: boolean): Promise<ImportReport> {
  const asked = new URLSearchParams({
    dryRun: String(dryRun),
    ...(removes ? { delete: 'true' } : {}),
    ...(path ? { path: tokenOf(path) } : {}),
    ...(comment ? { comment } : {}),
  });
  // DynamoDB compresses what it exports. API Gateway passes texts on, and no bytes.
  const isPacked = file.name.toLowerCase().endsWith('.gz');
  const name = isPacked ? file.name.slice(0, -'.gz'.length) : file.name;
  return send<ImportReport>(`/api/import?${asked.toString()}`, {
    method: 'POST',
    // What kind of JSON or CSV it is, the API finds out by what is in it.
    headers: { 'Content-Type': name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'application/json' },
    body: isPacked ? await new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).blob() : await inUtf8(file),
  });
}

/** What Excel saves as "Unicode text" would not arrive: API Gateway passes UTF-8 alone. */
async function inUtf8(file: File): Promise<File | string> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  return encoding === null ? file : new TextDecoder(encoding).decode(await file.arrayBuffer());
}

