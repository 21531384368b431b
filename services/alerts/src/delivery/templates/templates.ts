import type { WebhookTemplate } from '@tidemark/contracts/alert-channel';
import { discord } from './discord.ts';
import { gotify } from './gotify.ts';
import { homeAssistant } from './home-assistant.ts';
import { ntfy } from './ntfy.ts';
import { slack } from './slack.ts';
import type { Template } from './template.ts';
import { tidemark } from './tidemark.ts';

export const TEMPLATES: Readonly<Record<WebhookTemplate, Template>> = {
  tidemark,
  discord,
  slack,
  ntfy,
  gotify,
  home_assistant: homeAssistant,
};
