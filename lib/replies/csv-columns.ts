/** What a column of a table of canned responses can hold. */
export type Column =
  | 'shortcut'
  | 'title'
  | 'body'
  | 'tags'
  | 'language'
  | 'platforms'
  | 'audience'
  | 'asWritten'
  | { variant: string };

type Field = Exclude<Column, { variant: string }>;

/** The names that text expanders and helpdesks use for columns, in lower case without blanks and signs. */
const columnNames: Readonly<Record<Field, readonly string[]>> = {
  body: [
    'body',
    'content',
    'expansion',
    'text',
    'plaintext',
    'message',
    'snippet',
    'phrase',
    'response',
    'reply',
    'replacement',
    'answer',
    'template',
    'macro',
    'value',
    'replace',
    'html',
    'bodyhtml',
    'htmlbody',
    'contenthtml',
  ],
  shortcut: [
    'shortcut',
    'shortcode',
    'abbreviation',
    'abbr',
    'trigger',
    'keyword',
    'command',
    'hotstring',
    'key',
    'slug',
    'code',
  ],
  title: ['title', 'label', 'name', 'description', 'subject', 'heading'],
  tags: ['tags', 'tag', 'labels', 'category', 'categories', 'folder', 'group', 'collection'],
  language: ['language', 'lang', 'locale'],
  platforms: ['platforms', 'platform'],
  audience: ['audience'],
  asWritten: ['aswritten', 'verbatim'],
};

/** The same in Spanish, Portuguese, French, Italian, German, Dutch and others. */
const otherNames: Readonly<Partial<Record<Field, string>>> = {
  body: `mensaje mensagem texto contenido conteudo respuesta resposta plantilla texte contenu reponse
    modele messaggio testo contenuto risposta nachricht inhalt antwort textbaustein vorlage bericht tekst
    inhoud antwoord frase formule sjabloon wiadomość treść odpowiedź szablon meddelande innehåll svar
    besked melding сообщение текст ответ шаблон mesaj metin yanıt 本文 メッセージ 返信 내용 메시지 内容 内容文本 文本 正文 消息 回复 回复内容 话术`,
  shortcut: `atajo abreviatura codigo clave comando atalho abreviacao chave raccourci abreviation
    motcle scorciatoia abbreviazione codice kurzel kuerzel abkurzung abkuerzung tastenkurzel kurzbefehl
    sneltoets afkorting disparador palabraclave gatilho palavrachave déclencheur parolachiave trefwoord
    snelkoppeling auslöser stichwort skrót genväg genvej snarvei сокращение ключ kısayol ショートカット 단축키
    快捷码 快捷短语 快捷方式 快捷键 代码 缩写 关键词 触发词`,
  title: `titulo nombre asunto descripcion nome assunto descricao titre nom objet titolo oggetto
    descrizione titel bezeichnung betreff beschreibung naam onderwerp intitulé libellé tytuł nazwa rubrik
    namn navn название заголовок başlık タイトル 件名 제목 标题 名称 主题`,
  tags: `etiqueta etiquetas categoria categorias carpeta pasta etiquette etiquettes categorie dossier
    etichetta etichette kategoria etykiety kategori etikett категория теги etiket カテゴリ タグ 태그 schlagwort schlagworter schlagwoerter kategorie ordner 标签 分类 分组`,
  language: 'idioma lengua lingua langue sprache taal 语言',
};

const fields = Object.keys(columnNames) as Field[];
const fieldByColumnName = new Map<string, Field>(
  fields.flatMap((field) =>
    [...columnNames[field], ...(otherNames[field]?.split(/\s+/) ?? [])].map(
      (name): [string, Field] => [folded(name), field],
    ),
  ),
);

const variantColumn =
  /^(?:body|text|content)\s*[(:[]\s*([a-z]{2,3}(?:[-_][a-z0-9]{1,8})*)\s*[)\]]?$/i;

/** What a column or a field of this name holds, if the name is known. */
export function fieldOf(name: string): Field | undefined {
  return fieldByColumnName.get(folded(name));
}

/** In lower case, without accents, blanks and signs. */
function folded(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

/** The language of a text in a column or a field such as `body (pt-BR)`. */
export function variantLanguage(name: string): string | undefined {
  return variantColumn.exec(name.trim())?.[1];
}

/** What each column of a header row holds; `undefined` for those that are not known. */
export function columnsOf(header: readonly string[]): (Column | undefined)[] {
  const taken = new Set<Field>();
  return header.map((cell) => {
    const language = variantLanguage(cell);
    if (language !== undefined) return { variant: language };
    const field = fieldOf(cell);
    if (field === undefined || taken.has(field)) return undefined;
    taken.add(field);
    return field;
  });
}

/** The columns of a table without a header, as text expanders write it. */
export function usualColumns(width: number): Column[] | undefined {
  if (width === 2) return ['shortcut', 'body'];
  return width === 3 ? ['shortcut', 'body', 'title'] : undefined;
}
