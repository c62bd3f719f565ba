/**
 * What people see: the frame of a page, components as pure functions of typed props, both languages' messages,
 * styles and small optional scripts. Knows no service and no request; a page is made by the room it belongs to.
 */
export { attrs, classes, escapeHtml, html, Html, nothing, raw } from './html.ts';
export type { Content } from './html.ts';
export { catalogue, LANGS, say } from './language.ts';
export type { Catalogue, Lang, Messages } from './language.ts';
export { formatFileSize, formatList, formatMoney, formatNumber } from './format.ts';
export {
  readDate,
  readDateParts,
  readNumber,
  readTime,
  readTimeRange,
  readTimeRangeParts,
} from './reading.ts';
export type { DateParts, PostedForm, TimeRange, TimeRangeParts } from './reading.ts';
export { accentCss, accessibleAccent } from './accent.ts';
export type { Accent, AccentScheme } from './accent.ts';
export { assets, assetUrls, rootIcon } from './assets.ts';
export type { Asset, AssetUrls } from './assets.ts';
export { page } from './frame/page.ts';
export type { PageProps, Site } from './frame/page.ts';
export type { PublicAddress, Refresh } from './frame/head.ts';
export type { NavLink, SignedIn } from './frame/header.ts';
export { errorPage, errorTitle } from './frame/error-page.ts';
export type { ErrorKind, ErrorPageProps } from './frame/error-page.ts';
export { stylePage } from './style-page/index.ts';
export { favicon } from './frame/crest.ts';
export { icon } from './components/icon.ts';
export { button, buttonRow, linkButton } from './components/button.ts';
export type { ButtonKind, ButtonProps, LinkButtonProps } from './components/button.ts';
export { fieldRow } from './components/field-row.ts';
export { fieldId } from './components/field.ts';
export type { FieldProps } from './components/field.ts';
export {
  codeField,
  emailField,
  nikField,
  numberField,
  passwordField,
  phoneField,
  textArea,
  textField,
} from './components/text-fields.ts';
export type { TextFieldProps } from './components/text-fields.ts';
export { holdsSecret, isSecretName } from './secret-names.ts';
export type { SecretName } from './secret-names.ts';
export { dateField, timeRangeField } from './components/date-fields.ts';
export {
  agencyField,
  checkbox,
  checkboxesField,
  choiceField,
  selectField,
} from './components/choice-fields.ts';
export type { AgencyGroup, ChoiceProps, Option } from './components/choice-fields.ts';
export { fileField, fileLine } from './components/file-field.ts';
export { previewLink } from './components/file-preview.ts';
export type { PreviewLinkProps } from './components/file-preview.ts';
export type { FileFieldProps, KeptFile } from './components/file-field.ts';
export {
  confirmBlock,
  csrfField,
  errorOf,
  errorSummary,
  form,
  formProgress,
  hiddenField,
  queryForm,
  searchForm,
} from './components/form.ts';
export type { ConfirmProps, FormProps, SearchFormProps } from './components/form.ts';
export { live, livePart, returnLink } from './components/live.ts';
export { promiseBox } from './components/promise.ts';
export type { PromiseBoxProps } from './components/promise.ts';
export { steps, timeline } from './components/steps.ts';
export type { Step, StepState, TimelineEntry } from './components/steps.ts';
export { tag } from './components/tag.ts';
export type { TagKind } from './components/tag.ts';
export {
  bullets,
  columns,
  figures,
  folded,
  narrow,
  pageHeading,
  pairs,
  panel,
  paragraphs,
  section,
  soft,
} from './components/layout.ts';
export type { ColumnsProps, Pair, PanelProps } from './components/layout.ts';
export { filters } from './components/filters.ts';
export type { FilterChoice, FiltersProps, SetFilter } from './components/filters.ts';
export { breadcrumbs, cards, emptyState, pagination, table, tabs } from './components/lists.ts';
export type { Card, Column, Crumb, Tab, TableProps } from './components/lists.ts';
export { directory } from './components/directory.ts';
export type { DirectoryLine } from './components/directory.ts';
export { tree } from './components/tree.ts';
export type { TreeItem } from './components/tree.ts';
export { months, monthTable } from './components/month.ts';
export type { MonthDay, MonthProps } from './components/month.ts';
export { course, courseKey, courseMonth, courseSteps, courseTitle } from './components/month-course.ts';
export type {
  CourseKey,
  CourseMark,
  CourseMonthDay,
  CourseMonthProps,
  CourseProps,
} from './components/month-course.ts';
export { monthName } from './components/month-grid.ts';
export { halves, sourceText } from './components/source-text.ts';
export type { SourceLine } from './components/source-text.ts';
export { codeBlock } from './components/code-block.ts';
export { copyable, notice } from './components/notice.ts';
export type { NoticeKind, NoticeProps } from './components/notice.ts';
export { letterhead, printButton, printOnly, screenOnly, sheet, signatures } from './components/paper.ts';
export type { LetterheadProps, SheetProps, SignatureProps } from './components/paper.ts';
export { admin as adminWords } from './messages/admin.ts';
export { common as commonWords } from './messages/common.ts';
export { desk as deskWords } from './messages/desk.ts';
export { form as formWords, monthNames } from './messages/form.ts';
export { publicWords } from './messages/public.ts';
