import { messages } from '../messages';

/** What the API says when it refuses or fails: an application/problem+json document (RFC 9457). */
interface ProblemDocument {
  title?: string;
  detail?: string;
  errors?: Record<string, string[]>;
  suggestion?: string;
  columns?: PastedColumn[];
}

/** A column of pasted entries; `field` is null where its name says nothing. */
export interface PastedColumn {
  name: string;
  field: string | null;
  sample: string;
}

/** A request that failed; its message is a sentence for the person at the screen. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  /** HTTP status; 0 when there was no answer at all. */
  readonly status: number;
  /** Sentences by the path of the field they are about, such as `variables[0].value`. */
  readonly errors: Record<string, string[]>;
  /** What was probably meant; null when nothing is known. */
  readonly suggestion: string | null;
  /** The columns of a paste, where the API asks what they are. */
  readonly columns: PastedColumn[] | null;

  constructor(status: number, document: ProblemDocument) {
    // What is wrong with the fields, in sentences; the detail then names fields by their paths, which are for programs.
    const sentences = [...new Set(Object.values(document.errors ?? {}).flat())];
    super(sentences.join(' ') || (document.detail ?? document.title ?? messages.problems.answered(status)));
    this.status = status;
    this.errors = document.errors ?? {};
    this.suggestion = document.suggestion ?? null;
    this.columns = document.columns ?? null;
  }

  /** Nothing arrived; `blocked` where the browser may have kept it from the company's network. */
  static unreachable(blocked = false): ApiProblem {
    return new ApiProblem(0, { detail: blocked ? messages.problems.blocked : messages.problems.unreachable });
  }

  static async from(response: Response): Promise<ApiProblem> {
    if (response.status === 401) {
      // The server's sentence is for programs.
      return new ApiProblem(response.status, { detail: messages.signIn.refusedRequest });
    }
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
    const document = isProblem ? ((await response.json()) as ProblemDocument) : {};
    return new ApiProblem(response.status, document);
  }
}
