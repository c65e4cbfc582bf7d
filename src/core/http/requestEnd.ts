// How a request over HTTP/2 is given up while its body is still being sent. undici closes the stream and, out of that, its
// pipe destroys it, so that Node never tells the server, which goes on sending. Ended at the body's side first, it is told.
// https://github.com/nodejs/node/blob/v24.0.0/lib/internal/http2/core.js (closeStream, Http2Stream._destroy)

import { Readable } from 'node:stream';
import type { HttpRequest } from './message.ts';
import type { Controller } from './reception.ts';

/** What gives the request up instead of undici's own controller. */
export function endingBodyFirst(controller: Controller, { body }: HttpRequest): Controller {
  if (!(body instanceof Readable)) return controller;
  return {
    pause: () => controller.pause(),
    resume: () => controller.resume(),
    abort: (reason) => {
      body.destroy();
      setImmediate(() => controller.abort(reason));
    },
  };
}
