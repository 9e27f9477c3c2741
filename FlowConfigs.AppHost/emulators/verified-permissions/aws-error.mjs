/** A refusal as the service words it. */
export class AwsError extends Error {
  constructor(type, message, status = 400) {
    super(message);
    Object.assign(this, { type, status });
  }
}

export function invalid(message) {
  return new AwsError('ValidationException', message);
}
