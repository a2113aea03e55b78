# Targets of public plans in R, with nothing but R:
#   npx kehoach export --format csv --out tables
#   Rscript tables.R tables
arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments) == 0) "tables" else arguments[1]

# R alone would take the code "01" for the number 1: all is read as text, and what is a number is made one.
numbers <- c("value", "value_max", "year", "province_set", "set", "page", "position", "confidence")
read_table <- function(name) {
  # Marked as UTF-8 and not converted to what the system writes: under LC_ALL=C that would end the file at its first mark.
  lines <- readLines(file.path(folder, paste0(name, ".csv")), encoding = "UTF-8", warn = FALSE)
  lines[1] <- sub("^\xef\xbb\xbf", "", lines[1], useBytes = TRUE)
  rows <- read.csv(text = lines, colClasses = "character", na.strings = "", encoding = "UTF-8")
  own <- intersect(numbers, names(rows))
  rows[own] <- lapply(rows[own], as.numeric)
  rows
}

targets <- read_table("targets")
relations <- read_table("relations")
stopifnot(is.character(targets$province_code), is.numeric(targets$value))

# A plan that came in several forms or from several places is counted once.
again <- relations$document[relations$kind == "same-plan"]
targets <- targets[
  !targets$document %in% again & targets$kind == "quantified" & targets$status == "target",
]

# The code of a province means another land in another list: both columns are its key.
provinces <- read_table("provinces")[c("code", "set", "label_en")]
names(provinces) <- c("province_code", "province_set", "province_en")
indicators <- read_table("indicators")[c("code", "label_en", "better")]
names(indicators) <- c("indicator_code", "measure", "better")
labelled <- merge(merge(targets, provinces), indicators)

# What is measured alike, side by side: one unit and one due year a row.
labelled$due <- ifelse(is.na(labelled$deadline_end), "no due date", substr(labelled$deadline_end, 1, 4))
row <- paste(labelled$measure, labelled$unit, labelled$due, sep = " | ")
options(width = 200)
print(tapply(labelled$value, list(row, labelled$province_en), max))
