export interface LoggedRequest {
  /** Epoch ms of arrival. */
  at: number;
  method: string;
  host: string;
  /** Path as sent, still encoded. */
  path: string;
  query: Record<string, string>;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: string;
  /** True for the platform's API, false for pages and assets. */
  api: boolean;
  /** Status of the answer; 0 while there is none yet. */
  status: number;
}

/** Every request an emulator received, so that tests can check what was and was not sent. */
export class RequestLog {
  readonly entries: LoggedRequest[] = [];

  /** Requests to the API, oldest first. */
  api(pathPattern?: RegExp): LoggedRequest[] {
    return this.entries.filter(
      (entry) => entry.api && (pathPattern === undefined || pathPattern.test(entry.path)),
    );
  }

  clear(): void {
    this.entries.length = 0;
  }
}
