import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { importFile, type ImportItem, type ImportOptions } from '../../api/exchange';

export interface Progress {
  part: number;
  parts: number;
  dryRun: boolean;
}

/** A file of several that was not taken; those before it were. */
export class FileProblem extends Error {
  readonly file: string;
  readonly done: number;

  constructor(file: string, done: number, reason: Error) {
    super(reason.message);
    this.file = file;
    this.done = done;
  }
}

interface Run {
  files: File[];
  options: ImportOptions;
  dryRun: boolean;
}

/** Sends the files one after the other, in the order of their names, and joins what the API says of each. */
export function useImport() {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const run = useMutation({
    mutationFn: async ({ files, options, dryRun }: Run) => {
      const items: ImportItem[] = [];
      const notes = new Set<string>();
      // Numbers in their order: part 10 comes after part 9.
      const inOrder = files.toSorted((left, right) => left.name.localeCompare(right.name, 'en', { numeric: true }));
      for (const [index, file] of inOrder.entries()) {
        setProgress({ part: index + 1, parts: files.length, dryRun });
        try {
          const report = await importFile(file, options, dryRun);
          items.push(...report.items);
          report.notes?.forEach((note) => notes.add(note));
        } catch (error) {
          throw new FileProblem(file.name, dryRun ? 0 : index, error instanceof Error ? error : new Error(String(error)));
        }
      }
      return { dryRun, items, notes: [...notes] };
    },
    onSettled: (_, __, { dryRun }) => {
      setProgress(null);
      if (!dryRun) {
        void queries.invalidateQueries();
      }
    },
  });
  return { run, progress };
}
