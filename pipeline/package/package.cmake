# The Debian package: `cpack -G DEB --config build/CPackConfig.cmake` after a build. Programs and models lie in
# /usr/lib/biaoshen, beside each other as in the build folder.
# Tested by tests/package.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)  # what is packaged was built before; tests are no part of it
set(package_folder ${CMAKE_SOURCE_DIR}/pipeline/package)
set(package_made ${CMAKE_BINARY_DIR}/package)
file(MAKE_DIRECTORY ${package_made})

# Debian wants what people read to be compressed; without name and time in it, so that bytes stay.
function(compressed source name)
  execute_process(COMMAND gzip -9nc ${source} OUTPUT_FILE ${package_made}/${name}.gz COMMAND_ERROR_IS_FATAL ANY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
endfunction()

install(TARGETS biaoshen biaoshen-reader RUNTIME DESTINATION lib/biaoshen)
file(CREATE_LINK ../lib/biaoshen/biaoshen ${package_made}/biaoshen SYMBOLIC)
install(FILES ${package_made}/biaoshen DESTINATION bin)
if(NOT fetch_failed)
  foreach(model libonnxruntime.so.1 det.onnx rec.onnx cls.onnx keys.txt)
    install(FILES ${BIAOSHEN_MODELS_CACHE}/${model} DESTINATION lib/biaoshen/models)
  endforeach()
endif()
install(FILES ${package_folder}/biaoshen.toml DESTINATION /etc/biaoshen)
install(FILES ${package_folder}/biaoshen-watch.service ${package_folder}/biaoshen-batch.service ${package_folder}/biaoshen-batch.timer
  DESTINATION /lib/systemd/system)
foreach(page biaoshen.1 biaoshen-profile.5 biaoshen.toml.5)
  compressed(${package_folder}/${page} ${page})
  string(REGEX MATCH "[0-9]$" section ${page})
  install(FILES ${package_made}/${page}.gz DESTINATION share/man/man${section})
endforeach()
install(FILES ${package_folder}/completion.bash DESTINATION share/bash-completion/completions RENAME biaoshen)
compressed(${package_folder}/changelog changelog)
install(FILES ${package_folder}/copyright ${package_made}/changelog.gz DESTINATION share/doc/biaoshen)
install(FILES ${package_folder}/lintian-overrides DESTINATION share/lintian/overrides RENAME biaoshen)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/samples/own-programme/profiles DESTINATION share/doc/biaoshen/examples)
# For editors that check XML while it is written.
install(FILES ${CMAKE_SOURCE_DIR}/checkers/profile.rng ${CMAKE_SOURCE_DIR}/checkers/policy.rng DESTINATION share/biaoshen)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME biaoshen)
set(CPACK_PACKAGE_VENDOR "Biaoshen")
# The project has no address; who gives the package away puts one here.
set(BIAOSHEN_MAINTAINER "The Biaoshen project <biaoshen@localhost.localdomain>" CACHE STRING "maintainer of the package")
set(CPACK_PACKAGE_CONTACT ${BIAOSHEN_MAINTAINER})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is not linked but read: without the maps Chinese PDFs have no text, without HanS no second reading.
# And /bin/kill of procps, by which systemd reloads.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "adduser, procps, poppler-data, tesseract-ocr-script-hans, libtesseract5, libheif1")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-arphic-uming, fonts-wqy-zenhei")
# The service does not let it run unless a drop-in allows it (biaoshen-watch.service).
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "bubblewrap, libreoffice-writer-nogui, libreoffice-calc-nogui")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "formal review of dossiers for Chinese standardization programmes")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "Biaoshen reads the application dossiers that associations and companies hand
in to Chinese standardization programmes, and does the formal review: it reads
numbers, dates, names and scores from documents, tables, scans, screenshots,
checks that nothing is missing and that all of them agree, and writes a
dossier in which every statement shows where it was read and on which clause
it rests. What it cannot decide is left to a person.
.
It reviews single dossiers, batches, and what arrives in a watched folder.")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${package_made}/conffiles ${package_folder}/postinst ${package_folder}/prerm ${package_folder}/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
file(WRITE ${package_made}/conffiles "/etc/biaoshen/biaoshen.toml\n")
include(CPack)
