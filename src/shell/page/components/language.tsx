import type { Language } from '../../formats/comparison-words.ts';
import { Segmented } from './segmented.tsx';

interface Props {
  /** "Ngôn ngữ" */
  readonly name: string;
  readonly chosen: Language;
  readonly onChoose: (language: Language) => void;
}

/** In which language a page speaks; each is named in its own. */
export const LanguageChoice = ({ name, chosen, onChoose }: Props) => (
  <Segmented<Language>
    name={`${name}, language`}
    chosen={chosen}
    segments={[
      { key: 'vi', label: 'VI', lang: 'vi', name: 'VI, Tiếng Việt' },
      { key: 'en', label: 'EN', lang: 'en', name: 'EN, English' },
    ]}
    onChoose={onChoose}
  />
);
