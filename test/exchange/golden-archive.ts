/** What the golden file holds. */
export const sealedText = '{"format":"lotse-archive","version":1,"workspace":"musterstadt","documents":{}}\n'
/** Made by another implementation (OpenSSL) after the description, with the salts 1… and 100… */
export const sealedArchive = [
  '4c4f5453452d5345414c45440101000927c00102030405060708090a0b0c0d0e0f106465666768696a6b6c6d6e6f70717273',
  '08937decf3af99966edb4433f302bc1574849df59637ca3a57fcc312fb78be7eb881082548efe93a6b82e0747197ad4a993f',
  '8ec154c34a9034a5ce88c639c796acdb7269bf389b7d712e943477507c8bc68b4abdf49b6b9502d95f99253132b050aa3af6',
  'b3295ee58e9996b31ec82f3e2121fc79c7d10465e94bf8',
].join('')
