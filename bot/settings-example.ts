import { panelSettings } from './hosting/open-panels.ts';
import { houseFacts } from './knowledge/house-facts.ts';
import { housePrefix, type Setting, settings } from './settings.ts';

/** The text of `.env.example`. */
export function settingsExample(): string {
  const lines = ['# Settings of Hostdesk. Copy to .env and take the # away where you set one.', ''];
  for (const { name, example, meaning, file } of Object.values<Setting>(settings)) {
    const orFile = file ? `; or ${name}_FILE, a file that holds it` : '';
    lines.push(`# ${meaning}${orFile}`, `#${name}=${example}`, '');
  }
  lines.push('# Hosting panels: what the live mail numbers are read from', '');
  for (const { name, example, meaning } of panelSettings)
    lines.push(`# ${meaning}`, `#${name}=${example}`, '');
  lines.push('# House facts: what your articles say for {{ name }}', '');
  for (const { name, example, meaning } of houseFacts) {
    lines.push(
      `# ${meaning}`,
      `#${housePrefix}${name.toUpperCase()}=${/\s/.test(example) ? `"${example}"` : example}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
