import type { Template } from './template.ts';

/** Everything, as it is: for programs. A test is another type, so that nobody acts on it. */
export const tidemark: Template = (message, url) => ({
  url,
  body: {
    type: message.test ? 'alert.test' : 'alert.fired',
    timestamp: message.fired_at,
    data: message,
  },
});
