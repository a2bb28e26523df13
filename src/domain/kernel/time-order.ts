/** Records in the order in which they were made: milliseconds have had 13 digits since 2001. */
export const timeOrder = ({ createdAt }: { readonly createdAt: number }): string => String(createdAt).padStart(13, '0')
